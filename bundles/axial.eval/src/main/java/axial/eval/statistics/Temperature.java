package axial.eval.statistics;

import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Divides the logits by one number, so that stated probabilities come closer to what happens; the
 * most probable class stays (Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural
 * networks", 2017, section 4.2). Logits are the logarithms of the probabilities, which a softmax
 * maps to the same.
 *
 * @param value above 1 where the probabilities were too far from even, below 1 where too near
 */
public record Temperature(double value) {

  /** The bounds of the logarithm of the temperature. */
  private static final double WIDEST = 5;

  private static final double ACCURACY = 1e-12;
  private static final int MOST_STEPS = 200;

  /**
   * The temperature with the least log loss on these predictions. The loss is convex in 1/T, so the
   * zero of its derivative is looked for, by Brent's method on the logarithm of T.
   *
   * @return nothing where every finite temperature can be bettered, as when there is no error
   */
  public static Optional<Temperature> fit(Predictions predictions) {
    double[][] logits =
        predictions.list().stream()
            .map(p -> Arrays.stream(p.probabilities()).map(Temperature::logit).toArray())
            .toArray(double[][]::new);
    int[] truth = predictions.list().stream().mapToInt(Prediction::truth).toArray();
    UnivariateFunction slope =
        logarithm ->
            IntStream.range(0, truth.length)
                .mapToDouble(i -> slope(logits[i], truth[i], Math.exp(-logarithm)))
                .sum();
    // The slope falls with T: too cold it is positive, too hot negative.
    if (!(slope.value(-WIDEST) > 0 && slope.value(WIDEST) < 0)) {
      return Optional.empty();
    }
    double root = new BrentSolver(ACCURACY).solve(MOST_STEPS, slope, -WIDEST, WIDEST, 0);
    return Optional.of(new Temperature(Math.exp(root)));
  }

  private static double logit(double probability) {
    return Math.log(Probabilities.clipped(probability));
  }

  /** Derivative of a sample's log loss by 1/T: mean logit less that of the truth. */
  private static double slope(double[] logits, int truth, double inverse) {
    double[] p = softmax(logits, inverse);
    double mean = 0;
    for (int c = 0; c < p.length; c++) {
      mean += p[c] * logits[c];
    }
    return mean - logits[truth];
  }

  private static double[] softmax(double[] logits, double inverse) {
    double highest = Arrays.stream(logits).max().orElse(0);
    double[] powers = Arrays.stream(logits).map(z -> Math.exp((z - highest) * inverse)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  /** The predictions with the temperature applied. */
  public Predictions apply(Predictions predictions) {
    return new Predictions(
        predictions.labels(),
        predictions.list().stream()
            .map(
                p ->
                    new Prediction(
                        p.id(),
                        p.source(),
                        p.truth(),
                        softmax(
                            Arrays.stream(p.probabilities()).map(Temperature::logit).toArray(),
                            1 / value)))
            .toList(),
        predictions.threshold());
  }
}
