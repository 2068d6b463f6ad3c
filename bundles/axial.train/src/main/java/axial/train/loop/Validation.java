package axial.train.loop;

/** The loss over a batch of the validation part: no dropout, classes weighted as in training. */
final class Validation {

  /** Keras clips probabilities by this much before it takes their logarithm. */
  private static final double CLIP = 1e-7;

  private Validation() {}

  /** The weighted mean cross entropy: the weights are not divided by their sum, as in training. */
  static double loss(double[][] probabilities, int[] truth, double[] weights) {
    double loss = 0;
    for (int i = 0; i < truth.length; i++) {
      double p = probabilities[i][truth[i]];
      loss -= weights[i] * Math.log(Math.min(Math.max(p, CLIP), 1 - CLIP));
    }
    return loss / truth.length;
  }
}
