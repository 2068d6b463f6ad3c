package axial.engine.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * {@link CrossEntropy} as the loss of DL4J's output layer, which keeps what it saw: the
 * probabilities of a training step are those of the very pass that made the gradient.
 *
 * <p>The weights of the samples are set here, not as DL4J's mask of the labels: its output layer
 * multiplies the logits by such a mask as well.
 */
final class StockLoss implements ILossFunction {

  private static final long serialVersionUID = 1L;

  private transient double[] sampleWeights = {};
  private transient @Nullable CrossEntropy last;

  /** Sets how much each sample of the passes to come weighs. */
  void setSampleWeights(double[] weights) {
    sampleWeights = weights;
  }

  /** What the last pass gave. */
  CrossEntropy last() {
    if (last == null) {
      throw new IllegalStateException("There was no pass yet.");
    }
    return last;
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
    CrossEntropy pass =
        CrossEntropy.of(logits.toDoubleMatrix(), labels.toDoubleMatrix(), sampleWeights);
    last = pass;
    return Nd4j.create(pass.gradient()).castTo(logits.dataType());
  }

  @Override
  public double computeScore(
      INDArray labels,
      INDArray logits,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    computeGradient(labels, logits, activation, mask);
    return last().meanLoss() * (average ? 1 : logits.rows());
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
    computeGradient(labels, logits, activation, mask);
    return Nd4j.createFromArray(last().losses()).reshape(logits.rows(), 1);
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels,
      INDArray logits,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    INDArray gradient = computeGradient(labels, logits, activation, mask);
    return new Pair<>(last().meanLoss() * (average ? 1 : logits.rows()), gradient);
  }

  @Override
  public String name() {
    return "cross-entropy on logits";
  }
}
