package axial.engine.dl4j;

import axial.data.Shape;
import axial.engine.dl4j.layers.OwnLayerWork;
import axial.engine.dl4j.layers.OwnLayers;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.ImageWriter;
import axial.model.Network;
import java.nio.FloatBuffer;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A DL4J network of DL4J's own layers, NCHW; for machines where oneDNN itself cannot be used. */
final class StockComputation implements Computation {

  private static final int PREDICTED_AT_ONCE = 32;

  private final Network network;
  private final MultiLayerNetwork net;
  private final StockLoss loss;

  StockComputation(Network network) {
    Configurations.requireRowsAndColumns(network);
    this.network = network;
    this.net = new MultiLayerNetwork(Configurations.forTraining(network));
    net.init();
    this.loss = (StockLoss) ((BaseOutputLayer) net.getOutputLayer().conf().getLayer()).getLossFn();
  }

  @Override
  public MultiLayerNetwork net() {
    return net;
  }

  @Override
  public CrossEntropy learn(Batch batch, double[][] targets, double[] weights, Seed seed) {
    // This thread's own generator; ND4J takes 0 for "seed me by the clock".
    Nd4j.getRandom().setSeed(seed.value() == 0 ? 1 : seed.value());
    net.setInput(nchw(batch.values(), batch.size()));
    net.setLabels(Nd4j.create(targets).castTo(net.params().dataType()));
    loss.setSampleWeights(weights);
    net.computeGradientAndScore();
    followAverages();
    net.getFlattenedGradients().divi(batch.size());
    net.clear();
    return loss.last();
  }

  /**
   * DL4J hands the change of batch normalisation's running averages over as if it were a gradient
   * that is taken away as it stands: neither divided by the batch nor seen by the optimiser.
   */
  private void followAverages() {
    net.gradient()
        .gradientForVariable()
        .forEach(
            (name, change) -> {
              if (name.endsWith("_mean") || name.endsWith("_var")) {
                net.getParam(name).subi(change);
                change.assign(0);
              }
            });
  }

  @Override
  public double[][] predict(int first, int count, ImageWriter images) {
    int size = network.input().size();
    float[] values = new float[count * size];
    for (int i = 0; i < count; i++) {
      images.write(first + i, FloatBuffer.wrap(values, i * size, size).slice());
    }
    return net.output(nchw(values, count), false).toDoubleMatrix();
  }

  private INDArray nchw(float[] values, int count) {
    Shape shape = network.input();
    int plane = shape.height() * shape.width();
    int channels = shape.channels();
    float[] turned = new float[count * shape.size()];
    for (int i = 0; i < count; i++) {
      int from = i * shape.size();
      for (int c = 0; c < channels; c++) {
        int to = (i * channels + c) * plane;
        for (int p = 0; p < plane; p++) {
          turned[to + p] = values[from + p * channels + c];
        }
      }
    }
    return Nd4j.createFromArray(turned).reshape(count, channels, shape.height(), shape.width());
  }

  @Override
  public int predictedAtOnce() {
    return PREDICTED_AT_ONCE;
  }

  /** DL4J keeps activations, gradients and the unrolled windows of its convolutions. */
  @Override
  public long bytesPerImage() {
    return 2 * OwnLayers.bytesPerImage(network);
  }

  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public boolean inKerasOrder() {
    return false;
  }

  @Override
  public List<OwnLayerWork> own() {
    return List.of();
  }

  @Override
  public void close() {
    net.close();
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }
}
