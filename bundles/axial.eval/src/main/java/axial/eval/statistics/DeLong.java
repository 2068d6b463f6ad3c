package axial.eval.statistics;

import axial.eval.Estimate;
import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * Areas under ROC curves of the same samples with their variances (DeLong, DeLong and
 * Clarke-Pearson 1988) by the fast algorithm of Sun and Xu ("Fast implementation of DeLong's
 * algorithm for comparing the areas under correlated receiver operating characteristic curves",
 * 2014).
 */
public final class DeLong {

  private final double[] areas;
  private final double[][] covariance;

  /**
   * The areas of one or more scores.
   *
   * @param positive which samples are of the class, at least one of each kind
   * @param scores finite, a row for each model, a number for each sample
   */
  public DeLong(boolean[] positive, double[]... scores) {
    int[] own = indices(positive, true);
    int[] other = indices(positive, false);
    areas = new double[scores.length];
    double[][] ofPositives = new double[scores.length][];
    double[][] ofNegatives = new double[scores.length][];
    for (int k = 0; k < scores.length; k++) {
      double[] pooled = midranks(scores[k]);
      double[] amongOwn = midranks(pick(scores[k], own));
      double[] amongOther = midranks(pick(scores[k], other));
      ofPositives[k] = new double[own.length];
      ofNegatives[k] = new double[other.length];
      for (int i = 0; i < own.length; i++) {
        ofPositives[k][i] = (pooled[own[i]] - amongOwn[i]) / other.length;
      }
      for (int j = 0; j < other.length; j++) {
        ofNegatives[k][j] = 1 - (pooled[other[j]] - amongOther[j]) / own.length;
      }
      areas[k] = Arrays.stream(ofPositives[k]).sum() / own.length;
    }
    covariance = new double[scores.length][scores.length];
    for (int a = 0; a < scores.length; a++) {
      for (int b = 0; b < scores.length; b++) {
        covariance[a][b] =
            covariance(ofPositives[a], ofPositives[b]) / own.length
                + covariance(ofNegatives[a], ofNegatives[b]) / other.length;
      }
    }
  }

  /** The area of one score with its interval, if these scores allow one. */
  public static Estimate area(Scores scores) {
    return new DeLong(scores.positive(), scores.score()).area(0);
  }

  /**
   * The area of one of the scores. There is no interval where the variance is 0, as when the
   * classes are apart without an error, or where a kind has one sample only.
   */
  public Estimate area(int index) {
    return normal(areas[index], covariance[index][index], 0);
  }

  /** The area of the second score less that of the first. */
  public Estimate difference() {
    return normal(areas[1] - areas[0], varianceOfDifference(), -1);
  }

  /** Two-sided probability of such a difference if there were none; NaN without a variance. */
  public double p() {
    double variance = varianceOfDifference();
    return variance > 0
        ? Erf.erfc(Math.abs(areas[1] - areas[0]) / Math.sqrt(2 * variance))
        : Double.NaN;
  }

  private double varianceOfDifference() {
    return covariance[0][0] + covariance[1][1] - 2 * covariance[0][1];
  }

  private static Estimate normal(double value, double variance, double least) {
    if (!(variance > 0)) {
      return Estimate.without(value);
    }
    double half = Estimate.NORMAL_QUANTILE * Math.sqrt(variance);
    return new Estimate(value, Math.max(least, value - half), Math.min(1, value + half));
  }

  private static double covariance(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(Double.NaN);
    double meanB = Arrays.stream(b).average().orElse(Double.NaN);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / (a.length - 1);
  }

  private static int[] indices(boolean[] positive, boolean wanted) {
    int[] found = new int[positive.length];
    int count = 0;
    for (int i = 0; i < positive.length; i++) {
      if (positive[i] == wanted) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static double[] pick(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }

  /** Ranks from 1 on; equal values share the mean of theirs. */
  private static double[] midranks(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double[] ranks = new double[values.length];
    for (int from = 0; from < values.length; ) {
      int to = from + 1;
      while (to < values.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to + 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
