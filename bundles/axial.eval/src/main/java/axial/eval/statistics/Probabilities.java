package axial.eval.statistics;

import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.Arrays;

/** How good probabilities are, whatever they decide for. */
public final class Probabilities {

  private Probabilities() {}

  /** Whether all are numbers. */
  public static boolean finite(Predictions predictions) {
    return predictions.list().stream()
        .allMatch(p -> Arrays.stream(p.probabilities()).allMatch(Double::isFinite));
  }

  /** Mean squared distance of the positive class's probability from 1 or 0 (Brier 1950). */
  public static double brier(Predictions predictions) {
    int positive = predictions.labels().positive();
    return predictions.list().stream()
        .mapToDouble(
            p -> Math.pow(p.probabilities()[positive] - (p.truth() == positive ? 1 : 0), 2))
        .average()
        .orElse(Double.NaN);
  }

  /** Mean negative logarithm of the true class's probability, as scikit-learn 1.2. */
  public static double logLoss(Predictions predictions) {
    return predictions.list().stream()
        .mapToDouble(p -> -Math.log(clipped(share(p))))
        .average()
        .orElse(Double.NaN);
  }

  private static double share(Prediction prediction) {
    return prediction.probabilities()[prediction.truth()]
        / Arrays.stream(prediction.probabilities()).sum();
  }

  /** Kept away from 0 and 1 by the epsilon of a double. */
  static double clipped(double probability) {
    return Math.max(Math.ulp(1.0), Math.min(1 - Math.ulp(1.0), probability));
  }
}
