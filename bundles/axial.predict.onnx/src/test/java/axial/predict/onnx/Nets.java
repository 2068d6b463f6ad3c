package axial.predict.onnx;

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
import axial.model.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small networks, weights and images for tests. */
final class Nets {

  static final Labels TWO = new Labels(List.of("no", "yes"), 1);
  static final Labels THREE = new Labels(List.of("a", "b", "c"), 2);
  static final Shape INPUT = new Shape(9, 7, 2);

  private Nets() {}

  static OnnxPredictionEngine engine() {
    return new OnnxPredictionEngine(key -> null);
  }

  /** A network that ends in one sigmoid unit. */
  static Network sigmoid(Shape input, Layer... body) {
    return network(input, Loss.BINARY_CROSS_ENTROPY, new Layer.Dense(1, Activation.SIGMOID), body);
  }

  /** A network that ends in a softmax over three classes. */
  static Network softmax(Shape input, Layer... body) {
    return network(
        input, Loss.CATEGORICAL_CROSS_ENTROPY, new Layer.Dense(3, Activation.SOFTMAX), body);
  }

  private static Network network(Shape input, Loss loss, Layer head, Layer... body) {
    List<Layer> layers = Stream.concat(Arrays.stream(body), Stream.of(head)).toList();
    return new Network("small", input, layers, new Optimizer.Sgd(0.5), loss);
  }

  /** A bit of everything. */
  static Network mixed() {
    return sigmoid(
        INPUT,
        new Layer.Convolution(4, 3, 3, 1, Activation.RELU),
        new Layer.BatchNormalization(0.9, 1e-3),
        new Layer.MaxPooling(2, 2),
        new Layer.Flatten(),
        new Layer.Dense(6, Activation.TANH),
        new Layer.Dropout(0.3));
  }

  static Labels labels(Network network) {
    return network.classes() == 2 ? TWO : THREE;
  }

  /** Weights drawn at random, biases and running averages too. */
  static List<Parameter> weights(Network network, long seed) {
    List<Parameter> list = new ArrayList<>();
    Draws draws = new Seed(seed).draws();
    Shape shape = network.input();
    for (Layer layer : network.layers()) {
      add(layer, shape, list, draws);
      shape = layer.output(shape);
    }
    return list;
  }

  private static void add(Layer layer, Shape in, List<Parameter> list, Draws draws) {
    if (layer instanceof Layer.Convolution c) {
      list.add(
          array(draws, -0.3, 0.3, c.kernelHeight(), c.kernelWidth(), in.channels(), c.filters()));
      list.add(array(draws, -0.3, 0.3, c.filters()));
    } else if (layer instanceof Layer.Dense d) {
      list.add(array(draws, -0.3, 0.3, in.channels(), d.units()));
      list.add(array(draws, -0.3, 0.3, d.units()));
    } else if (layer instanceof Layer.BatchNormalization) {
      list.add(array(draws, 0.5, 1.5, in.channels()));
      list.add(array(draws, -0.3, 0.3, in.channels()));
      list.add(array(draws, -0.3, 0.3, in.channels()));
      list.add(array(draws, 0.2, 2, in.channels()));
    } else if (layer instanceof Layer.Residual r) {
      for (List<Layer> chain : List.of(r.body(), r.shortcut())) {
        Shape shape = in;
        for (Layer inner : chain) {
          add(inner, shape, list, draws);
          shape = inner.output(shape);
        }
      }
    }
  }

  private static Parameter array(Draws draws, double min, double max, Integer... dimensions) {
    float[] values = new float[Arrays.stream(dimensions).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draws.uniform(min, max);
    }
    return new Parameter("drawn", List.of(dimensions), values);
  }

  static Batch batch(Shape shape, int size, long seed) {
    Draws draws = new Seed(seed).draws();
    float[] values = new float[size * shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draws.uniform();
    }
    return new Batch(size, shape, values);
  }
}
