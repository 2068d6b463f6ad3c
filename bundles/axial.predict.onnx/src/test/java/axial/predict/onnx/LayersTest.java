package axial.predict.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.data.Shape;
import axial.job.ProblemException;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Model;
import axial.model.Network;
import axial.model.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer as ONNX Runtime computes it, against a plain definition. */
class LayersTest {

  private static final int IMAGES = 3;
  private static final Layer FLATTEN = new Layer.Flatten();
  private static final Layer NORM = new Layer.BatchNormalization(0.9, 1e-3);

  private static void assertParity(Network network) {
    List<Parameter> weights = Nets.weights(network, 5);
    Batch batch = Nets.batch(network.input(), IMAGES, 6);
    try (Model model = Nets.engine().prepare(network, Nets.labels(network), weights)) {
      double[][] probabilities = model.predict(batch);
      for (int i = 0; i < IMAGES; i++) {
        double[] image = new double[network.input().size()];
        for (int v = 0; v < image.length; v++) {
          image[v] = batch.values()[i * image.length + v];
        }
        double[] expected = Reference.outputs(network, weights, image);
        for (int u = 0; u < expected.length; u++) {
          int column = expected.length == 1 ? 1 : u;
          assertThat(probabilities[i][column])
              .as("image " + i + " of " + network.input() + " through " + network.layers())
              .isCloseTo(expected[u], within(1e-5));
        }
        assertThat(Arrays.stream(probabilities[i]).sum()).isCloseTo(1, within(1e-6));
      }
    }
  }

  /** Odd and even sizes, one smaller than the largest kernel. */
  private static final List<Shape> SHAPES =
      List.of(new Shape(9, 7, 2), new Shape(8, 6, 3), new Shape(5, 10, 1), new Shape(4, 3, 2));

  static List<Network> windows() {
    List<Network> networks = new ArrayList<>();
    for (int size = 1; size <= 5; size++) {
      for (int stride = 1; stride <= 3; stride++) {
        for (Shape shape : SHAPES) {
          Layer square = new Layer.Convolution(4, size, size, stride, Activation.TANH);
          Layer oblong = new Layer.Convolution(3, size, 6 - size, stride, Activation.TANH);
          networks.add(Nets.softmax(shape, square, FLATTEN));
          networks.add(Nets.softmax(shape, oblong, FLATTEN));
          networks.add(Nets.softmax(shape, new Layer.MaxPooling(size, stride), FLATTEN));
        }
      }
    }
    return networks;
  }

  @Test
  void convolutionsAndPoolingOfAllSizesAndStridesAreTensorFlows() {
    windows().forEach(LayersTest::assertParity);
  }

  @ParameterizedTest
  @EnumSource
  void activationsAreTheSameInEveryLayer(Activation activation) {
    assertParity(
        Nets.softmax(
            Nets.INPUT,
            new Layer.Convolution(4, 3, 3, 1, activation),
            FLATTEN,
            new Layer.Dense(5, activation)));
  }

  static List<Network> chains() {
    Layer average = new Layer.GlobalAveragePooling();
    Layer conv = new Layer.Convolution(4, 3, 3, 1, Activation.SELU);
    return List.of(
        Nets.sigmoid(Nets.INPUT, FLATTEN),
        Nets.sigmoid(Nets.INPUT, FLATTEN, FLATTEN, new Layer.Dense(6, Activation.RELU), FLATTEN),
        Nets.softmax(Nets.INPUT, conv, average),
        Nets.softmax(Nets.INPUT, conv, average, NORM, new Layer.Dropout(0.5)),
        Nets.softmax(Nets.INPUT, NORM, conv, NORM, new Layer.MaxPooling(2, 2), NORM, FLATTEN),
        Nets.sigmoid(Nets.INPUT, new Layer.MaxPooling(2, 2), FLATTEN, NORM),
        Nets.sigmoid(Nets.INPUT, FLATTEN, new Layer.Dropout(0.2), NORM, NORM),
        Nets.sigmoid(Nets.INPUT, conv, FLATTEN, new Layer.Dense(6, Activation.TANH), NORM),
        Nets.sigmoid(new Shape(3, 3, 2), new Layer.Convolution(4, 3, 3, 3, Activation.TANH)),
        Nets.mixed());
  }

  @ParameterizedTest
  @MethodSource("chains")
  void chainsOfLayersGiveTheSameProbabilities(Network network) {
    assertParity(network);
  }

  static List<Network> blocks() {
    Layer same = new Layer.Convolution(2, 3, 3, 1, Activation.LINEAR);
    Layer more = new Layer.Convolution(5, 3, 3, 2, Activation.RELU);
    Layer last = new Layer.Convolution(5, 3, 3, 1, Activation.LINEAR);
    Layer across = new Layer.Convolution(5, 1, 1, 2, Activation.LINEAR);
    Layer plain = new Layer.Residual(List.of(same, NORM), List.of(), Activation.RELU);
    Layer wider =
        new Layer.Residual(
            List.of(more, NORM, last, new Layer.Dropout(0.3), NORM),
            List.of(across, NORM),
            Activation.SELU);
    Layer pooled =
        new Layer.Residual(
            List.of(new Layer.Convolution(5, 2, 2, 2, Activation.TANH)),
            List.of(new Layer.MaxPooling(3, 2)),
            Activation.LINEAR);
    Layer average = new Layer.GlobalAveragePooling();
    return List.of(
        Nets.softmax(Nets.INPUT, plain, average),
        Nets.softmax(Nets.INPUT, wider, average),
        Nets.softmax(new Shape(8, 10, 2), wider, pooled, FLATTEN),
        Nets.sigmoid(Nets.INPUT, plain, plain, wider, pooled, FLATTEN));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void residualBlocksAddTheirShortcut(Network network) {
    assertParity(network);
  }

  @Test
  void rowsAndColumnsAreNotAskedOfFlatValues() {
    Network network =
        Nets.sigmoid(Nets.INPUT, FLATTEN, new Layer.Convolution(2, 1, 1, 1, Activation.RELU));
    assertThatThrownBy(() -> OnnxFile.of(network, Nets.TWO, Nets.weights(network, 1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Conv2D layer after its values were flattened");
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    Network network = Nets.mixed();
    List<Parameter> weights = Nets.weights(network, 1);
    assertThatThrownBy(() -> OnnxFile.of(network, Nets.TWO, weights.subList(0, 7)))
        .hasMessageContaining("is missing");
    assertThatThrownBy(() -> OnnxFile.of(network, Nets.TWO, weights.subList(1, 8)))
        .hasMessageContaining("is [4], not [3, 3, 2, 4]");
  }
}
