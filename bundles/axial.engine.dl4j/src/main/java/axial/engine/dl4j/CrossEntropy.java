package axial.engine.dl4j;

import java.util.Arrays;

/**
 * Cross-entropy on the logits, as Keras computes it, for one batch.
 *
 * <p>The gradient by the logits is {@code p - y} for a sigmoid and for a softmax alike; DL4J's own
 * losses clip the probabilities first and divide by them, which loses digits near 0 and 1.
 *
 * @param probabilities {@code [n][units]}
 * @param losses of each sample, weighted
 * @param gradient of the sum of the losses by the logits, {@code [n][units]}
 */
record CrossEntropy(double[][] probabilities, double[] losses, double[][] gradient) {

  /**
   * Of some logits.
   *
   * @param logits {@code [n][units]}
   * @param targets {@code [n][units]}, each in [0, 1]
   * @param weights how much each sample weighs
   */
  static CrossEntropy of(double[][] logits, double[][] targets, double[] weights) {
    int n = logits.length;
    double[][] p = new double[n][];
    double[] loss = new double[n];
    double[][] gradient = new double[n][];
    for (int i = 0; i < n; i++) {
      p[i] = probabilities(logits[i]);
      loss[i] = weights[i] * loss(logits[i], targets[i]);
      gradient[i] = new double[p[i].length];
      for (int k = 0; k < p[i].length; k++) {
        gradient[i][k] = weights[i] * (p[i][k] - targets[i][k]);
      }
    }
    return new CrossEntropy(p, loss, gradient);
  }

  /** Weighted mean loss. */
  double meanLoss() {
    return Arrays.stream(losses).sum() / losses.length;
  }

  /** The sigmoid of a single logit, or the softmax of several. */
  static double[] probabilities(double[] z) {
    if (z.length == 1) {
      return new double[] {1 / (1 + Math.exp(-z[0]))};
    }
    double highest = Arrays.stream(z).max().orElse(0);
    double[] p = Arrays.stream(z).map(v -> Math.exp(v - highest)).toArray();
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(v -> v / sum).toArray();
  }

  /** For a sigmoid in the stable form max(z, 0) - z y + log(1 + exp(-|z|)). */
  private static double loss(double[] z, double[] y) {
    if (z.length == 1) {
      return Math.max(z[0], 0) - z[0] * y[0] + Math.log1p(Math.exp(-Math.abs(z[0])));
    }
    double highest = Arrays.stream(z).max().orElse(0);
    double log = Math.log(Arrays.stream(z).map(v -> Math.exp(v - highest)).sum());
    double loss = 0;
    for (int k = 0; k < z.length; k++) {
      loss -= y[k] * (z[k] - highest - log);
    }
    return loss;
  }
}
