package axial.audit;

import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;

/**
 * How well a simple way of answering did.
 *
 * @param matrix truth and answers, at least one
 */
public record Score(ConfusionMatrix matrix) {

  /** Checks that something was answered. */
  public Score {
    if (matrix.total() == 0) {
      throw new IllegalArgumentException("A score needs at least one answer.");
    }
  }

  /** Share of right answers. */
  public Estimate accuracy() {
    int hits = 0;
    for (int label = 0; label < matrix.labels().count(); label++) {
      hits += matrix.count(label, label);
    }
    return Estimate.share(hits, matrix.total());
  }

  /** Mean share of right answers over the classes that there are. */
  public Estimate balancedAccuracy() {
    return Estimate.balancedAccuracy(matrix);
  }

  /** The balanced accuracy of a constant answer: one by the number of classes that there are. */
  public double chance() {
    int present = 0;
    for (int label = 0; label < matrix.labels().count(); label++) {
      present += matrix.support(label) > 0 ? 1 : 0;
    }
    return 1.0 / present;
  }

  /** The accuracy of always answering with the most frequent class. */
  public double majority() {
    int most = 0;
    for (int label = 0; label < matrix.labels().count(); label++) {
      most = Math.max(most, matrix.support(label));
    }
    return (double) most / matrix.total();
  }
}
