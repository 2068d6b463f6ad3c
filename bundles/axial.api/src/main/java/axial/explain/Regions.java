package axial.explain;

import java.util.Arrays;

/**
 * An image cut into superpixels: each pixel has the number of its region, 0 to {@code count() - 1}
 * without gaps. Nobody writes to the array after construction.
 */
public final class Regions {

  private final int height;
  private final int width;
  private final int[] numbers;
  private final int count;

  /**
   * Regions that take over {@code numbers}.
   *
   * @param numbers {@code height * width} region numbers, row by row
   */
  public Regions(int height, int width, int[] numbers) {
    if (numbers.length != height * width || numbers.length == 0) {
      throw new IllegalArgumentException(
          "Regions of %d x %d pixels need as many numbers, not %d."
              .formatted(height, width, numbers.length));
    }
    int highest = 0;
    for (int number : numbers) {
      highest = Math.max(highest, number);
    }
    boolean[] seen = new boolean[highest + 1];
    for (int number : numbers) {
      if (number < 0) {
        throw new IllegalArgumentException("A region number must be 0 or more; one was " + number);
      }
      seen[number] = true;
    }
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i]) {
        throw new IllegalArgumentException("Region " + i + " of " + seen.length + " has no pixel.");
      }
    }
    this.height = height;
    this.width = width;
    this.numbers = numbers;
    this.count = highest + 1;
  }

  /** Rows of the image. */
  public int height() {
    return height;
  }

  /** Columns of the image. */
  public int width() {
    return width;
  }

  /** How many regions there are. */
  public int count() {
    return count;
  }

  /** The region of a pixel. */
  public int at(int row, int column) {
    return numbers[row * width + column];
  }

  /**
   * The pixel in the middle of each region: the one of its pixels that is nearest to their mean
   * place, the first of equals, counted row by row.
   */
  public int[] middles() {
    double[] rows = new double[count];
    double[] columns = new double[count];
    int[] sizes = new int[count];
    for (int p = 0; p < numbers.length; p++) {
      rows[numbers[p]] += p / width;
      columns[numbers[p]] += p % width;
      sizes[numbers[p]]++;
    }
    int[] middles = new int[count];
    double[] closest = new double[count];
    Arrays.fill(closest, Double.POSITIVE_INFINITY);
    for (int p = 0; p < numbers.length; p++) {
      int region = numbers[p];
      double down = p / width - rows[region] / sizes[region];
      double right = p % width - columns[region] / sizes[region];
      double distance = down * down + right * right;
      if (distance < closest[region]) {
        closest[region] = distance;
        middles[region] = p;
      }
    }
    return middles;
  }

  /** The numbers themselves, row by row, not a copy; read only. */
  public int[] numbers() {
    return numbers;
  }
}
