package axial.engine.dl4j;

import axial.model.Network;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network in DL4J's stock layers, as model files describe it: a chain, or a graph when it has
 * residual blocks. Used within the runtime only.
 */
final class StockNet implements AutoCloseable {

  private final Model model;
  private final String json;
  private final Weights weights;

  private StockNet(Model model, String json, Network network) {
    this.model = model;
    this.json = json;
    this.weights = new Weights(model, network);
  }

  static StockNet of(Network network) {
    if (Configurations.isChain(network)) {
      MultiLayerConfiguration configuration = Configurations.chain(network);
      MultiLayerNetwork net = new MultiLayerNetwork(configuration);
      net.init();
      return new StockNet(net, configuration.toJson(), network);
    }
    ComputationGraphConfiguration configuration = Configurations.graph(network);
    ComputationGraph net = new ComputationGraph(configuration);
    net.init();
    return new StockNet(net, configuration.toJson(), network);
  }

  /** DL4J's description. */
  String json() {
    return json;
  }

  /** The vector of all parameters, {@code [1][n]}, itself. */
  INDArray parameters() {
    return model.params();
  }

  /** From Keras's order (arrays one after the other) to DL4J's. */
  float[] fromKeras(float[] values) {
    int from = 0;
    for (int s = 0; s < weights.count(); s++) {
      int length = weights.length(s);
      weights.set(s, java.util.Arrays.copyOfRange(values, from, from + length));
      from += length;
    }
    return parameters().toFloatVector();
  }

  /** From DL4J's order to Keras's. */
  float[] toKeras(float[] values) {
    parameters().assign(Nd4j.createFromArray(values).reshape(parameters().shape()));
    float[] keras = new float[values.length];
    int from = 0;
    for (int s = 0; s < weights.count(); s++) {
      float[] array = weights.get(s);
      System.arraycopy(array, 0, keras, from, array.length);
      from += array.length;
    }
    return keras;
  }

  /**
   * Frees the arrays. DL4J's own closing collects all garbage twice as well, which would stop
   * everything for a tenth of a second at every checkpoint.
   */
  @Override
  public void close() {
    free(model.params());
    free(model.getGradientsViewArray());
  }

  private static void free(@Nullable INDArray array) {
    if (array != null && array.closeable()) {
      array.close();
    }
  }
}
