package axial.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import axial.job.Draws;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How near whole groups come to the wanted shares, beside the best that any placement reaches. */
class SplitQualityTest {

  private static final double[] SHARES = {0.8, 0.05, 0.15};

  /** Groups of two classes, larger ones first, as a splitter places them. */
  private static List<int[]> groups(Draws draws, int count, int largest) {
    List<int[]> groups = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      int size = 1 + draws.below(largest);
      int positive = draws.below(3) == 0 ? draws.below(size + 1) : draws.coin() ? size : 0;
      groups.add(new int[] {size - positive, positive});
    }
    groups.sort(Comparator.comparingInt((int[] g) -> -(g[0] + g[1])));
    return groups;
  }

  /** Off by how many samples in all, over parts and classes, each misplaced sample counted once. */
  private static double misplaced(List<int[]> groups, int[] partOf, double[] shares) {
    double off = 0;
    for (int c = 0; c < 2; c++) {
      int[] has = new int[shares.length];
      int all = 0;
      for (int g = 0; g < partOf.length; g++) {
        has[partOf[g]] += groups.get(g)[c];
        all += groups.get(g)[c];
      }
      int[] wanted = Seats.of(all, shares);
      for (int p = 0; p < shares.length; p++) {
        off += Math.abs(has[p] - wanted[p]) / 2.0;
      }
    }
    return off;
  }

  private static double least(List<int[]> groups, double[] shares) {
    int[] partOf = new int[groups.size()];
    double least = Double.MAX_VALUE;
    long ways = Math.round(Math.pow(shares.length, partOf.length));
    for (long way = 0; way < ways; way++) {
      long rest = way;
      for (int g = 0; g < partOf.length; g++) {
        partOf[g] = (int) (rest % shares.length);
        rest /= shares.length;
      }
      if (complete(groups, partOf, shares.length)) {
        least = Math.min(least, misplaced(groups, partOf, shares));
      }
    }
    return least;
  }

  private static boolean complete(List<int[]> groups, int[] partOf, int parts) {
    boolean[][] has = new boolean[parts][2];
    for (int g = 0; g < partOf.length; g++) {
      has[partOf[g]][0] |= groups.get(g)[0] > 0;
      has[partOf[g]][1] |= groups.get(g)[1] > 0;
    }
    return Arrays.stream(has).allMatch(part -> part[0] && part[1]);
  }

  @Test
  void fewUnevenGroupsComeWithinAFewSamplesOfTheBestPlacement() {
    Draws draws = new Seed(20).draws();
    int rounds = 60;
    double worst = 0;
    double sum = 0;
    for (int round = 0; round < rounds; round++) {
      List<int[]> groups = groups(draws, 10, 20);
      double least = least(groups, SHARES);
      if (least < Double.MAX_VALUE) {
        double more =
            misplaced(groups, Placement.of(groups, 2, SHARES, new Seed(round)), SHARES) - least;
        worst = Math.max(worst, more);
        sum += more;
      }
    }
    assertThat(worst).isLessThanOrEqualTo(3);
    assertThat(sum / rounds).isLessThanOrEqualTo(0.25);
  }

  @Test
  void manyUnevenGroupsComeWithinASampleOfTheWantedShares() {
    Draws draws = new Seed(21).draws();
    for (int round = 0; round < 40; round++) {
      List<int[]> groups = groups(draws, 60 + draws.below(400), 2 + draws.below(30));
      double off = misplaced(groups, Placement.of(groups, 2, SHARES, new Seed(round)), SHARES);
      assertThat(off).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void unevenGroupsMakeEvenFolds() {
    Draws draws = new Seed(22).draws();
    double[] fifths = {0.2, 0.2, 0.2, 0.2, 0.2};
    for (int round = 0; round < 40; round++) {
      List<int[]> groups = groups(draws, 60 + draws.below(300), 2 + draws.below(30));
      double off = misplaced(groups, Placement.of(groups, 2, fifths, new Seed(round)), fifths);
      assertThat(off).isLessThanOrEqualTo(1);
    }
  }
}
