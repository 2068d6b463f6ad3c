package axial.workbench.training;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Knows where the least and greatest of any stretch of a growing series are. Each level holds, for
 * blocks sixteen times as long as those below, the numbers of both extremes; a value that is not
 * finite is none. Appending is of constant time, asking of logarithmic. One thread at a time.
 */
final class Pyramid {

  private static final int FAN = 16;
  private static final int LEVELS = 7;
  private static final int NONE = -1;
  private static final int FIRST = 64;

  private final IntToDoubleFunction values;
  private final int[][] least = new int[LEVELS][FIRST];
  private final int[][] greatest = new int[LEVELS][FIRST];
  private int count;

  /** A pyramid over values that never change once they are there. */
  Pyramid(IntToDoubleFunction values) {
    this.values = values;
  }

  /** How many values it knows. */
  int count() {
    return count;
  }

  /** Takes in the values up to that count. */
  void extendTo(int newCount) {
    for (int i = count; i < newCount; i++) {
      append(i);
    }
    count = Math.max(count, newCount);
  }

  private void append(int index) {
    double value = values.applyAsDouble(index);
    boolean lower = Double.isFinite(value);
    boolean higher = lower;
    int block = index;
    for (int level = 0; level < LEVELS; level++) {
      boolean first = block % FAN == 0;
      block /= FAN;
      boolean opens = first && index == (long) block * size(level);
      if (block >= least[level].length) {
        least[level] = Arrays.copyOf(least[level], 2 * block);
        greatest[level] = Arrays.copyOf(greatest[level], 2 * block);
      }
      if (opens) {
        least[level][block] = NONE;
        greatest[level][block] = NONE;
      }
      lower = lower && isBetter(value, least[level][block], -1);
      higher = higher && isBetter(value, greatest[level][block], 1);
      if (lower) {
        least[level][block] = index;
      }
      if (higher) {
        greatest[level][block] = index;
      }
    }
  }

  private boolean isBetter(double value, int than, int sign) {
    return than == NONE || sign * value > sign * values.applyAsDouble(than);
  }

  private static long size(int level) {
    return 1L << (4 * (level + 1));
  }

  /** Number of the least finite value of a stretch; -1 where there is none. */
  int least(int from, int to) {
    return extreme(from, to, least, -1);
  }

  /** Number of the greatest finite value of a stretch; -1 where there is none. */
  int greatest(int from, int to) {
    return extreme(from, to, greatest, 1);
  }

  private int extreme(int from, int to, int[][] blocks, int sign) {
    int best = NONE;
    double bestValue = Double.NEGATIVE_INFINITY;
    int i = from;
    while (i < to) {
      int level = NONE;
      while (level + 1 < LEVELS && i % size(level + 1) == 0 && i + size(level + 1) <= to) {
        level++;
      }
      int found = level == NONE ? i : blocks[level][(int) (i / size(level))];
      if (found != NONE) {
        double value = sign * values.applyAsDouble(found);
        if (value > bestValue && value < Double.POSITIVE_INFINITY) { // never so for NaN
          best = found;
          bestValue = value;
        }
      }
      i += level == NONE ? 1 : (int) size(level);
    }
    return best;
  }

  /**
   * The numbers of the values that are worth drawing: the first and the last of the stretch and,
   * for each column of pixels, its least and greatest, in their order.
   */
  int[] worthDrawing(int from, int to, int columns) {
    int length = to - from;
    if (length <= 2 * columns + 2) {
      int[] all = new int[Math.max(0, length)];
      Arrays.setAll(all, i -> from + i);
      return all;
    }
    int[] chosen = new int[2 * columns + 2];
    int n = 0;
    chosen[n++] = from;
    for (int column = 0; column < columns; column++) {
      int begin = from + (int) ((long) length * column / columns);
      int end = from + (int) ((long) length * (column + 1) / columns);
      int low = least(begin, end);
      int high = greatest(begin, end);
      n = add(chosen, n, Math.min(low, high));
      n = add(chosen, n, Math.max(low, high));
    }
    n = add(chosen, n, to - 1);
    return Arrays.copyOf(chosen, n);
  }

  private static int add(int[] chosen, int n, int index) {
    if (index <= chosen[n - 1]) {
      return n; // there already, or none
    }
    chosen[n] = index;
    return n + 1;
  }
}
