package axial.eval.classification;

import java.util.Arrays;
import java.util.Comparator;

/** Figures that depend on the order of the scores of the positive class. */
final class Ranking {

  private final boolean[] positive;
  private final double[] score;

  /** Samples in the order of falling scores. */
  Ranking(boolean[] positive, double[] score) {
    Integer[] order = new Integer[score.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -score[i]));
    this.positive = new boolean[score.length];
    this.score = new double[score.length];
    for (int i = 0; i < order.length; i++) {
      this.positive[i] = positive[order[i]];
      this.score[i] = score[order[i]];
    }
  }

  /**
   * Area under the ROC curve: the share of pairs of a positive and a negative sample in which the
   * positive one has the higher score, ties counting one half; NaN when one class is missing.
   */
  double rocAuc() {
    double area = 0;
    double seenPositive = 0;
    double negatives = 0;
    for (int from = 0; from < score.length; ) {
      int to = endOfTie(from);
      double p = positives(from, to);
      double n = to - from - p;
      area += n * (seenPositive + p / 2);
      seenPositive += p;
      negatives += n;
      from = to;
    }
    return area / (seenPositive * negatives);
  }

  /** Mean precision over the recall steps, scikit-learn's {@code average_precision_score}. */
  double averagePrecision() {
    double all = positives(0, score.length);
    double sum = 0;
    double seen = 0;
    for (int from = 0; from < score.length; ) {
      int to = endOfTie(from);
      double p = positives(from, to);
      seen += p;
      sum += p / all * (seen / to);
      from = to;
    }
    return sum;
  }

  private int endOfTie(int from) {
    int to = from + 1;
    while (to < score.length && score[to] == score[from]) {
      to++;
    }
    return to;
  }

  private double positives(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += positive[i] ? 1 : 0;
    }
    return count;
  }
}
