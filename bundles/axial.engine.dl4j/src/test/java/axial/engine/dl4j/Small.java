package axial.engine.dl4j;

import axial.data.Labels;
import axial.data.Shape;
import axial.job.Draws;
import axial.job.Seed;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import java.util.Arrays;
import java.util.List;

/** Small networks and batches for tests. */
final class Small {

  static final Labels TWO = new Labels(List.of("no", "yes"), 1);
  static final Labels THREE = new Labels(List.of("a", "b", "c"), 2);
  static final Shape INPUT = new Shape(9, 7, 2);

  private Small() {}

  static Dl4jEngine engine() {
    return new Dl4jEngine(key -> null);
  }

  /** An engine with Axial's layers ({@code own}) or DL4J's ({@code stock}). */
  static Dl4jEngine engine(String layers) {
    return new Dl4jEngine(key -> key.equals("axial.layers") ? layers : null);
  }

  /** A network that ends in one sigmoid unit. */
  static Network sigmoid(Optimizer optimizer, Layer... body) {
    return network(optimizer, new Layer.Dense(1, Activation.SIGMOID), body);
  }

  /** A network that ends in a softmax over three classes. */
  static Network softmax(Optimizer optimizer, Layer... body) {
    return network(optimizer, new Layer.Dense(3, Activation.SOFTMAX), body);
  }

  private static Network network(Optimizer optimizer, Layer.Dense head, Layer... body) {
    Layer[] layers = Arrays.copyOf(body, body.length + 1);
    layers[body.length] = head;
    Loss loss = head.units() == 1 ? Loss.BINARY_CROSS_ENTROPY : Loss.CATEGORICAL_CROSS_ENTROPY;
    return new Network("small", INPUT, List.of(layers), optimizer, loss);
  }

  /** All that a network of the zoo has, small. */
  static Network convolutional(Optimizer optimizer) {
    return sigmoid(
        optimizer,
        new Layer.Convolution(4, 3, 3, 1, Activation.RELU),
        new Layer.MaxPooling(2, 2),
        new Layer.Dropout(0.2),
        new Layer.Convolution(6, 2, 2, 1, Activation.SELU),
        new Layer.Flatten(),
        new Layer.Dense(8, Activation.RELU),
        new Layer.Dropout(0.3));
  }

  static Batch batch(int size, long seed) {
    Draws draws = new Seed(seed).draws();
    float[] values = new float[size * INPUT.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draws.uniform();
    }
    return new Batch(size, INPUT, values);
  }

  /** Classes that follow each other. */
  static int[] truth(int size, Labels labels) {
    int[] truth = new int[size];
    for (int i = 0; i < size; i++) {
      truth[i] = i % labels.count();
    }
    return truth;
  }

  static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }
}
