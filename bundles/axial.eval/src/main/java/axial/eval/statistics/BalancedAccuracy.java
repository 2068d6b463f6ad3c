package axial.eval.statistics;

import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;

/**
 * The mean recall with an interval: the score intervals of the recalls, which come from different
 * samples, are joined by squares (Zou and Donner, "Construction of confidence limits about effect
 * measures", 2008; for two classes it is Newcombe's interval of 1998 for a difference of shares).
 */
public final class BalancedAccuracy {

  private BalancedAccuracy() {}

  /** The balanced accuracy of a matrix that has at least one sample. */
  public static Estimate of(ConfusionMatrix matrix) {
    double below = 0;
    double above = 0;
    int present = 0;
    for (int c = 0; c < matrix.labels().count(); c++) {
      if (matrix.support(c) > 0) {
        Estimate recall = Estimate.share(matrix.count(c, c), matrix.support(c));
        below += Math.pow(recall.value() - recall.low(), 2);
        above += Math.pow(recall.high() - recall.value(), 2);
        present++;
      }
    }
    double value = matrix.balancedAccuracy();
    return new Estimate(
        value,
        Math.max(0, value - Math.sqrt(below) / present),
        Math.min(1, value + Math.sqrt(above) / present));
  }
}
