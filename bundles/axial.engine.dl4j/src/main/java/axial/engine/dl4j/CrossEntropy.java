package axial.engine.dl4j;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Cross-entropy on the logits, as Keras computes it, that keeps what it saw: the probabilities of a
 * training step are those of the very pass that made the gradient.
 *
 * <p>The gradient by the logits is {@code p - y} for a sigmoid and for a softmax alike; DL4J's own
 * losses clip the probabilities first and divide by them, which loses digits near 0 and 1.
 *
 * <p>The weights of the samples are set here, not as DL4J's mask of the labels: its output layer
 * multiplies the logits by such a mask as well.
 */
final class CrossEntropy implements ILossFunction {

  private static final long serialVersionUID = 1L;

  private transient double[] sampleWeights = {};
  private transient double[][] probabilities = {};
  private transient double[] losses = {};

  /** Sets how much each sample of the passes to come weighs. */
  void setSampleWeights(double[] weights) {
    sampleWeights = weights;
  }

  /** Probabilities {@code [n][units]} of the last pass. */
  double[][] probabilities() {
    return probabilities;
  }

  /** Weighted mean loss of the last pass. */
  double meanLoss() {
    return Arrays.stream(losses).sum() / losses.length;
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
    int n = (int) logits.rows();
    int units = (int) logits.columns();
    double[][] p = new double[n][units];
    double[] loss = new double[n];
    float[] gradient = new float[n * units];
    for (int i = 0; i < n; i++) {
      double weight = sampleWeights[i];
      double[] z = new double[units];
      for (int k = 0; k < units; k++) {
        z[k] = logits.getDouble(i, k);
      }
      double[] y = new double[units];
      for (int k = 0; k < units; k++) {
        y[k] = labels.getDouble(i, k);
      }
      loss[i] = weight * (units == 1 ? sigmoid(z, y, p[i]) : softmax(z, y, p[i]));
      for (int k = 0; k < units; k++) {
        gradient[i * units + k] = (float) (weight * (p[i][k] - y[k]));
      }
    }
    probabilities = p;
    losses = loss;
    return Nd4j.createFromArray(gradient).reshape(n, units);
  }

  /** The stable form: max(z, 0) - z y + log(1 + exp(-|z|)). */
  private static double sigmoid(double[] z, double[] y, double[] p) {
    p[0] = 1 / (1 + Math.exp(-z[0]));
    return Math.max(z[0], 0) - z[0] * y[0] + Math.log1p(Math.exp(-Math.abs(z[0])));
  }

  private static double softmax(double[] z, double[] y, double[] p) {
    double highest = Arrays.stream(z).max().orElse(0);
    double sum = 0;
    for (int k = 0; k < z.length; k++) {
      p[k] = Math.exp(z[k] - highest);
      sum += p[k];
    }
    double loss = 0;
    for (int k = 0; k < z.length; k++) {
      p[k] /= sum;
      loss -= y[k] * (z[k] - highest - Math.log(sum));
    }
    return loss;
  }

  @Override
  public double computeScore(
      INDArray labels,
      INDArray logits,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    computeGradient(labels, logits, activation, mask);
    return meanLoss() * (average ? 1 : logits.rows());
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
    computeGradient(labels, logits, activation, mask);
    return Nd4j.createFromArray(losses).reshape(losses.length, 1);
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels,
      INDArray logits,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    INDArray gradient = computeGradient(labels, logits, activation, mask);
    return new Pair<>(meanLoss() * (average ? 1 : logits.rows()), gradient);
  }

  @Override
  public String name() {
    return "cross-entropy on logits";
  }
}
