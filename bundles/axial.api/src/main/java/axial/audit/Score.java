package axial.audit;

import axial.eval.ConfusionMatrix;
import axial.eval.WilsonInterval;

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

  /** Share of right answers, in [0, 1]. */
  public double accuracy() {
    return matrix.accuracy();
  }

  /** The 95 % interval of {@link #accuracy()}. */
  public WilsonInterval accuracyInterval() {
    int hits = 0;
    for (int label = 0; label < matrix.labels().count(); label++) {
      hits += matrix.count(label, label);
    }
    return WilsonInterval.of(hits, matrix.total());
  }

  /** Mean share of right answers over the classes that there are, in [0, 1]. */
  public double balancedAccuracy() {
    return matrix.balancedAccuracy();
  }

  /** Lower bound of the 95 % interval of {@link #balancedAccuracy()}. */
  public double balancedLow() {
    return Math.max(0, balancedAccuracy() - distance(true));
  }

  /** Upper bound of the 95 % interval of {@link #balancedAccuracy()}. */
  public double balancedHigh() {
    return Math.min(1, balancedAccuracy() + distance(false));
  }

  /** The balanced accuracy of a constant answer: one by the number of classes that there are. */
  public double chance() {
    return 1.0 / present();
  }

  /** The accuracy of always answering with the most frequent class. */
  public double majority() {
    int most = 0;
    for (int label = 0; label < matrix.labels().count(); label++) {
      most = Math.max(most, matrix.support(label));
    }
    return (double) most / matrix.total();
  }

  private int present() {
    int present = 0;
    for (int label = 0; label < matrix.labels().count(); label++) {
      present += matrix.support(label) > 0 ? 1 : 0;
    }
    return present;
  }

  /**
   * From the Wilson bounds of each class's recall to a bound of their mean: distances squared and
   * added (Newcombe, "Interval estimation for the difference between independent proportions",
   * Statistics in Medicine 17, 1998, method 10; for any linear combination Zou and Donner 2008).
   */
  private double distance(boolean below) {
    double squares = 0;
    for (int label = 0; label < matrix.labels().count(); label++) {
      if (matrix.support(label) > 0) {
        WilsonInterval of = WilsonInterval.of(matrix.count(label, label), matrix.support(label));
        double recall = matrix.recall(label);
        squares += Math.pow(below ? recall - of.low() : of.high() - recall, 2);
      }
    }
    return Math.sqrt(squares) / present();
  }
}
