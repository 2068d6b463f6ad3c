package axial.lime;

import java.util.Arrays;

/**
 * Numbers the connected parts of a labelled image anew, so that each number is one piece: a part
 * that is too small takes the number of a neighbour, one that is too large is cut.
 */
final class ConnectedParts {

  private static final int FREE = -1;

  private final int[] labels;
  private final int height;
  private final int width;
  private final int[] numbers;
  private int[] part = new int[0];
  private int size;
  private int neighbour;

  /** The parts of a labelled image, neighbours being above, below, left and right. */
  ConnectedParts(int[] labels, int height, int width) {
    this.labels = labels;
    this.height = height;
    this.width = width;
    this.numbers = new int[labels.length];
  }

  /**
   * A number for each pixel, from 0 on without gaps, in the order of the first pixels of parts.
   *
   * @param smallest a part of fewer pixels takes the number of the neighbour that was met last
   * @param largest a part ends when it has so many pixels; what is left begins another
   */
  int[] number(int smallest, int largest) {
    part = new int[Math.max(1, largest)];
    Arrays.fill(numbers, FREE);
    int next = 0;
    for (int p = 0; p < labels.length; p++) {
      if (numbers[p] == FREE) {
        collect(p, next);
        if (size < smallest) {
          for (int i = 0; i < size; i++) {
            numbers[part[i]] = neighbour;
          }
        } else {
          next++;
        }
      }
    }
    return numbers;
  }

  /** Searches the part of a pixel, breadth first. */
  private void collect(int first, int number) {
    numbers[first] = number;
    part[0] = first;
    size = 1;
    neighbour = number;
    for (int visited = 0; visited < size && size < part.length; visited++) {
      int p = part[visited];
      int x = p % width;
      int y = p / width;
      visit(x + 1 < width, p + 1, number, first);
      visit(x > 0, p - 1, number, first);
      visit(y + 1 < height, p + width, number, first);
      visit(y > 0, p - width, number, first);
    }
  }

  private void visit(boolean exists, int p, int number, int first) {
    if (!exists || size >= part.length) {
      return;
    }
    if (numbers[p] == FREE && labels[p] == labels[first]) {
      numbers[p] = number;
      part[size++] = p;
    } else if (numbers[p] != FREE && numbers[p] != number) {
      neighbour = numbers[p];
    }
  }
}
