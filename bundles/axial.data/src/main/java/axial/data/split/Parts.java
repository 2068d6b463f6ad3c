package axial.data.split;

import java.util.Arrays;
import java.util.List;

/**
 * How many samples of each class the parts have and are to have. The distance from what is wanted
 * is the sum over parts and classes of the squared difference over the wanted count.
 */
final class Parts {

  private final int[][] wanted;
  private final int[][] has;
  private final int[] groupsLeft;

  /**
   * Empty parts.
   *
   * @param groups how many samples of each class each of the groups has that will be placed
   * @param shares of the parts, of sum 1
   */
  Parts(List<int[]> groups, int classes, double[] shares) {
    wanted = new int[shares.length][classes];
    has = new int[shares.length][classes];
    groupsLeft = new int[classes];
    int[] all = new int[classes];
    for (int[] counts : groups) {
      for (int c = 0; c < classes; c++) {
        all[c] += counts[c];
        groupsLeft[c] += counts[c] > 0 ? 1 : 0;
      }
    }
    for (int c = 0; c < classes; c++) {
      int[] seats = Seats.of(all[c], shares);
      for (int p = 0; p < shares.length; p++) {
        wanted[p][c] = seats[p];
      }
    }
  }

  int count() {
    return wanted.length;
  }

  /**
   * Puts a group where it brings the counts nearest to the wanted ones. When as few groups of a
   * class are left as there are parts without it, only those parts are considered.
   *
   * @return the part
   */
  int place(int[] counts) {
    boolean[] open = open(counts);
    int best = -1;
    double bestGain = 0;
    for (int p = 0; p < count(); p++) {
      double gain = gain(p, counts);
      if (open[p] && (best < 0 || gain > bestGain + 1e-12)) {
        best = p;
        bestGain = gain;
      }
    }
    for (int c = 0; c < counts.length; c++) {
      has[best][c] += counts[c];
      groupsLeft[c] -= counts[c] > 0 ? 1 : 0;
    }
    return best;
  }

  /** The parts that must have this group lest they never get one of its classes; else all. */
  private boolean[] open(int[] counts) {
    boolean[] open = new boolean[count()];
    boolean any = false;
    for (int c = 0; c < counts.length; c++) {
      int without = 0;
      for (int p = 0; p < count(); p++) {
        without += has[p][c] == 0 ? 1 : 0;
      }
      if (counts[c] > 0 && without > 0 && groupsLeft[c] <= without) {
        for (int p = 0; p < count(); p++) {
          open[p] |= has[p][c] == 0;
        }
        any = true;
      }
    }
    if (!any) {
      Arrays.fill(open, true);
    }
    return open;
  }

  private double gain(int part, int[] counts) {
    double gain = 0;
    for (int c = 0; c < counts.length; c++) {
      double lacking = wanted[part][c] - has[part][c];
      gain += counts[c] * (2 * lacking - counts[c]) / Math.max(1, wanted[part][c]);
    }
    return gain;
  }

  /**
   * How much nearer the counts come when {@code from} gives the samples {@code out} to {@code to}
   * and takes {@code in} for them; minus infinity when a part would lose a class.
   */
  double gain(int from, int to, int[] out, int[] in) {
    double gain = 0;
    for (int c = 0; c < out.length; c++) {
      int moved = out[c] - in[c];
      if (moved != 0) {
        if ((moved > 0 && has[from][c] == moved) || (moved < 0 && has[to][c] == -moved)) {
          return Double.NEGATIVE_INFINITY;
        }
        double tooMany = has[from][c] - wanted[from][c];
        double lacking = wanted[to][c] - has[to][c];
        gain += moved * (2 * tooMany - moved) / Math.max(1, wanted[from][c]);
        gain += moved * (2 * lacking - moved) / Math.max(1, wanted[to][c]);
      }
    }
    return gain;
  }

  /** Carries out what {@link #gain(int, int, int[], int[])} weighed. */
  void exchange(int from, int to, int[] out, int[] in) {
    for (int c = 0; c < out.length; c++) {
      has[from][c] -= out[c] - in[c];
      has[to][c] += out[c] - in[c];
    }
  }

  /** The distance from what is wanted; 0 when every part has it. */
  double distance() {
    double distance = 0;
    for (int p = 0; p < count(); p++) {
      for (int c = 0; c < groupsLeft.length; c++) {
        double off = has[p][c] - wanted[p][c];
        distance += off * off / Math.max(1, wanted[p][c]);
      }
    }
    return distance;
  }
}
