package axial.data.split;

import axial.data.Sample;
import axial.data.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts that are being filled, group by group. A group goes to the part where it brings the counts
 * of its classes nearest to the wanted ones, by the sum of squared differences over the wanted
 * count. When as few groups of a class are left as there are parts without it, only those parts are
 * considered.
 */
final class Parts {

  private static final int COUNT = Split.Part.values().length;

  private final List<List<Sample>> filled = new ArrayList<>();
  private final int[][] wanted;
  private final int[][] has;
  private final int[] groupsLeft;

  /**
   * Empty parts.
   *
   * @param groups all groups that will be placed
   * @param classes how many classes there are
   */
  Parts(List<List<Sample>> groups, int classes, Shares shares) {
    wanted = new int[COUNT][classes];
    has = new int[COUNT][classes];
    groupsLeft = new int[classes];
    int[] all = new int[classes];
    for (List<Sample> group : groups) {
      int[] counts = counts(group, classes);
      for (int c = 0; c < classes; c++) {
        all[c] += counts[c];
        groupsLeft[c] += counts[c] > 0 ? 1 : 0;
      }
    }
    for (int c = 0; c < classes; c++) {
      int[] seats = shares.seats(all[c]);
      for (int p = 0; p < COUNT; p++) {
        wanted[p][c] = seats[p];
      }
    }
    for (int p = 0; p < COUNT; p++) {
      filled.add(new ArrayList<>());
    }
  }

  /** Puts a group into the part that fits it best. */
  void place(List<Sample> group) {
    int[] counts = counts(group, groupsLeft.length);
    boolean[] urgent = urgent(counts);
    int best = -1;
    double bestGain = 0;
    for (int p = 0; p < COUNT; p++) {
      double gain = gain(p, counts);
      if (urgent[p] && (best < 0 || gain > bestGain + 1e-12)) {
        best = p;
        bestGain = gain;
      }
    }
    filled.get(best).addAll(group);
    for (int c = 0; c < counts.length; c++) {
      has[best][c] += counts[c];
      groupsLeft[c] -= counts[c] > 0 ? 1 : 0;
    }
  }

  /** The parts that must have this group lest they never get one of its classes; else all. */
  private boolean[] urgent(int[] counts) {
    boolean[] urgent = new boolean[COUNT];
    boolean any = false;
    for (int c = 0; c < counts.length; c++) {
      int without = 0;
      for (int p = 0; p < COUNT; p++) {
        without += has[p][c] == 0 ? 1 : 0;
      }
      if (counts[c] > 0 && without > 0 && groupsLeft[c] <= without) {
        for (int p = 0; p < COUNT; p++) {
          urgent[p] |= has[p][c] == 0;
        }
        any = true;
      }
    }
    if (!any) {
      Arrays.fill(urgent, true);
    }
    return urgent;
  }

  private double gain(int part, int[] counts) {
    double gain = 0;
    for (int c = 0; c < counts.length; c++) {
      double lacking = wanted[part][c] - has[part][c];
      gain += counts[c] * (2 * lacking - counts[c]) / Math.max(1, wanted[part][c]);
    }
    return gain;
  }

  /** The samples of each part so far, in the order of {@link Split.Part}. */
  List<List<Sample>> filled() {
    return filled;
  }

  /** How many samples of a class a part has so far. */
  int count(int part, int label) {
    return has[part][label];
  }

  private static int[] counts(List<Sample> group, int classes) {
    int[] counts = new int[classes];
    group.forEach(sample -> counts[sample.label()]++);
    return counts;
  }
}
