package axial.engine.dl4j;

import axial.data.Shape;
import axial.engine.dl4j.layers.DropoutSeed;
import axial.engine.dl4j.layers.ImageMemory;
import axial.engine.dl4j.layers.OwnLayerWork;
import axial.engine.dl4j.layers.OwnLayers;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.ImageWriter;
import axial.model.Network;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A DL4J network of Axial's own layers, NHWC, on oneDNN. */
final class OwnComputation implements Computation {

  /** About so many bytes of values at a time stay near the processor while predicting. */
  private static final long PREDICTED_BYTES = 64L << 20;

  private final Network network;
  private final MultiLayerNetwork net;
  private final DropoutSeed dropout;
  private final ImageMemory input;
  private final ImageMemory output;

  OwnComputation(Network network, OwnLayers layers, DropoutSeed dropout) {
    Configurations.requireRowsAndColumns(network);
    this.network = network;
    this.net = new MultiLayerNetwork(layers.configuration(network));
    this.dropout = dropout;
    this.input = new ImageMemory(network.input());
    List<Shape> shapes = network.shapes();
    this.output = new ImageMemory(shapes.get(shapes.size() - 1));
    net.init();
    net.initGradientsView();
  }

  @Override
  public MultiLayerNetwork net() {
    return net;
  }

  @Override
  public CrossEntropy learn(Batch batch, double[][] targets, double[] weights, Seed seed) {
    dropout.set(seed);
    int size = batch.shape().size();
    INDArray images = input.write(batch.size(), (i, to) -> to.put(batch.values(), i * size, size));
    CrossEntropy pass = CrossEntropy.of(matrix(forward(images, true)), targets, weights);
    double[][] slopes = pass.gradient();
    INDArray gradient =
        output.write(
            batch.size(),
            (i, to) -> {
              for (double slope : slopes[i]) {
                to.put((float) (slope / slopes.length));
              }
            });
    Layer[] layers = net.getLayers();
    for (int l = layers.length - 1; l >= 0; l--) {
      gradient = layers[l].backpropGradient(gradient, LayerWorkspaceMgr.noWorkspaces()).getSecond();
    }
    return pass;
  }

  @Override
  public double[][] predict(int first, int count, ImageWriter images) {
    INDArray batch = input.write(count, (i, to) -> images.write(first + i, to));
    return Arrays.stream(matrix(forward(batch, false)))
        .map(CrossEntropy::probabilities)
        .toArray(double[][]::new);
  }

  private INDArray forward(INDArray images, boolean training) {
    INDArray value = images;
    for (Layer layer : net.getLayers()) {
      value = layer.activate(value, training, LayerWorkspaceMgr.noWorkspaces());
    }
    return value;
  }

  private static double[][] matrix(INDArray array) {
    return array.reshape('c', array.size(0), array.size(3)).toDoubleMatrix();
  }

  @Override
  public int predictedAtOnce() {
    long largest = network.shapes().stream().mapToLong(Shape::size).max().orElse(1);
    return (int) Math.max(1, Math.min(128, PREDICTED_BYTES / (Float.BYTES * largest)));
  }

  @Override
  public long bytesPerImage() {
    return OwnLayers.bytesPerImage(network);
  }

  @Override
  public long bytes() {
    return own().stream().mapToLong(OwnLayerWork::bytes).sum() + input.bytes() + output.bytes();
  }

  @Override
  public boolean inKerasOrder() {
    return true;
  }

  @Override
  public List<OwnLayerWork> own() {
    return Arrays.stream(net.getLayers()).map(OwnLayerWork.class::cast).toList();
  }

  @Override
  public void close() {
    own().forEach(OwnLayerWork::close);
    input.close();
    output.close();
    net.close();
  }
}
