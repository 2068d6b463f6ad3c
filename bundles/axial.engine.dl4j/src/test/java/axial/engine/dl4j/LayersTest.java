package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.data.Labels;
import axial.job.Draws;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Network;
import axial.model.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every layer: forward against a plain definition, backward against finite differences. */
class LayersTest {

  private static final Optimizer PLAIN = new Optimizer.Sgd(1);
  private static final int IMAGES = 5;

  /** Each network with Axial's layers, and with DL4J's where those can express it. */
  static Stream<Arguments> cases() {
    return networks().stream()
        .flatMap(
            network ->
                (Configurations.unfitForDl4j(network).isEmpty()
                        ? List.of("own", "stock")
                        : List.of("own"))
                    .stream().map(layers -> Arguments.of(layers, network)));
  }

  /** DL4J's own gradients are DL4J's to test: some networks with its layers suffice. */
  static Stream<Arguments> backwardCases() {
    List<Network> networks = networks();
    return Stream.concat(
        networks.stream().map(network -> Arguments.of("own", network)),
        IntStream.of(1, 4, 8, 10).mapToObj(i -> Arguments.of("stock", networks.get(i))));
  }

  private static List<Network> networks() {
    Layer flatten = new Layer.Flatten();
    Layer average = new Layer.GlobalAveragePooling();
    Layer norm = new Layer.BatchNormalization(0.9, 1e-3);
    return List.of(
        Small.sigmoid(PLAIN, new Layer.Convolution(4, 3, 3, 1, Activation.TANH), flatten),
        Small.sigmoid(PLAIN, new Layer.Convolution(4, 2, 2, 1, Activation.SELU), flatten),
        Small.softmax(PLAIN, new Layer.Convolution(4, 2, 3, 2, Activation.SIGMOID), flatten),
        Small.softmax(PLAIN, new Layer.Convolution(4, 4, 5, 3, Activation.RELU), flatten),
        Small.sigmoid(PLAIN, new Layer.MaxPooling(2, 2), flatten),
        Small.sigmoid(PLAIN, new Layer.MaxPooling(3, 2), flatten),
        Small.softmax(PLAIN, new Layer.MaxPooling(2, 1), flatten),
        Small.softmax(PLAIN, new Layer.Convolution(4, 3, 3, 1, Activation.LINEAR), average),
        Small.softmax(PLAIN, new Layer.Convolution(4, 3, 3, 1, Activation.TANH), norm, average),
        Small.softmax(PLAIN, new Layer.MaxPooling(2, 2), norm, flatten),
        Small.sigmoid(PLAIN, new Layer.MaxPooling(2, 2), flatten, norm),
        Small.sigmoid(
            PLAIN, flatten, new Layer.Dense(6, Activation.TANH), norm, new Layer.Dropout(0.4)),
        Small.sigmoid(PLAIN, flatten, new Layer.Dropout(0), new Layer.Dense(126, Activation.TANH)),
        Small.sigmoid(
            PLAIN,
            new Layer.Convolution(4, 3, 3, 1, Activation.TANH),
            new Layer.Dropout(0.3),
            new Layer.MaxPooling(2, 2),
            new Layer.Convolution(3, 2, 2, 1, Activation.SELU),
            flatten,
            new Layer.Dropout(0.2)),
        Small.sigmoid(
            PLAIN,
            new Layer.Convolution(5, 2, 2, 1, Activation.RELU),
            new Layer.Dropout(0.3),
            new Layer.MaxPooling(2, 2),
            new Layer.Convolution(4, 1, 5, 2, Activation.RELU),
            new Layer.MaxPooling(3, 2),
            flatten,
            new Layer.Dense(5, Activation.SELU)),
        Small.sigmoid(
            PLAIN,
            new Layer.Convolution(4, 3, 3, 2, Activation.SOFTMAX),
            flatten,
            new Layer.Dense(5, Activation.SOFTMAX)),
        Small.softmax(
            PLAIN,
            new Layer.Residual(
                List.of(new Layer.Convolution(2, 3, 3, 1, Activation.SIGMOID)),
                List.of(),
                Activation.LINEAR),
            average),
        Small.softmax(
            PLAIN,
            new Layer.Convolution(4, 3, 3, 1, Activation.TANH),
            new Layer.Residual(
                List.of(
                    new Layer.Convolution(6, 3, 3, 2, Activation.SIGMOID),
                    norm,
                    new Layer.Convolution(6, 2, 2, 1, Activation.LINEAR),
                    norm),
                List.of(new Layer.Convolution(6, 1, 1, 2, Activation.LINEAR), norm),
                Activation.TANH),
            new Layer.Residual(
                List.of(new Layer.Convolution(6, 3, 3, 1, Activation.TANH), new Layer.Dropout(0.2)),
                List.of(),
                Activation.SELU),
            average));
  }

  private static Labels labels(Network network) {
    return network.classes() == 2 ? Small.TWO : Small.THREE;
  }

  /** A model whose weights, biases and averages are all drawn at random. */
  private static Dl4jModel model(String layers, Network network) {
    Dl4jModel model =
        (Dl4jModel) Small.engine(layers).create(network, labels(network), new Seed(5));
    ModelArrays weights = new ModelArrays(model);
    Draws draws = new Seed(6).draws();
    for (int s = 0; s < weights.count(); s++) {
      float[] values = weights.get(s);
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) draws.uniform(0, 0.1);
      }
      weights.set(s, values);
    }
    return model;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void forwardPassIsTensorFlows(String layers, Network network) {
    Batch batch = Small.batch(IMAGES, 1);
    try (Dl4jModel model = model(layers, network)) {
      ModelArrays weights = new ModelArrays(model);
      List<float[]> arrays = new ArrayList<>();
      for (int s = 0; s < weights.count(); s++) {
        arrays.add(weights.get(s));
      }
      double[][] probabilities = model.predict(batch);
      for (int i = 0; i < IMAGES; i++) {
        double[] image = new double[Small.INPUT.size()];
        for (int v = 0; v < image.length; v++) {
          image[v] = batch.values()[i * image.length + v];
        }
        double[] expected = Reference.outputs(network, arrays, image);
        for (int u = 0; u < expected.length; u++) {
          int column = expected.length == 1 ? 1 : u;
          assertThat(probabilities[i][column]).isCloseTo(expected[u], within(1e-5));
        }
        assertThat(Arrays.stream(probabilities[i]).sum()).isCloseTo(1, within(1e-6));
      }
    }
  }

  /**
   * The slope along random directions within each array of weights, central differences; dropout
   * stays the same because its seed does, and samples have different weights in the loss.
   */
  @ParameterizedTest
  @MethodSource("backwardCases")
  void backwardPassIsTheSlopeOfTheLoss(String layers, Network network) {
    try (Dl4jModel model = model(layers, network)) {
      ModelArrays weights = new ModelArrays(model);
      List<float[]> before = new ArrayList<>();
      for (int s = 0; s < weights.count(); s++) {
        before.add(weights.get(s));
      }
      loss(model, 1);
      Draws draws = new Seed(8).draws();
      double step = 2e-3;
      List<float[]> gradients = new ArrayList<>();
      for (int s = 0; s < weights.count(); s++) {
        gradients.add(minus(before.get(s), weights.get(s)));
        weights.set(s, before.get(s));
      }
      for (int s = 0; s < weights.count(); s++) {
        if (!weights.isAverage(s)) {
          float[] ahead = before.get(s).clone();
          float[] behind = before.get(s).clone();
          double slope = 0;
          for (int i = 0; i < ahead.length; i++) {
            double direction = draws.gaussian() / Math.sqrt(ahead.length);
            ahead[i] += (float) (step * direction);
            behind[i] -= (float) (step * direction);
            slope += gradients.get(s)[i] * direction;
          }
          weights.set(s, ahead);
          double above = loss(model, 0);
          weights.set(s, behind);
          double below = loss(model, 0);
          weights.set(s, before.get(s));
          assertThat(slope)
              .as("slope of array " + s + " of " + network.layers())
              .isCloseTo((above - below) / (2 * step), within(2e-4 + 5e-3 * Math.abs(slope)));
        }
      }
    }
  }

  private static double loss(Dl4jModel model, double learningRate) {
    model.setLearningRate(learningRate);
    double[] weights = {1, 0.5, 2, 1, 0.25};
    int[] truth = Small.truth(IMAGES, model.labels());
    return model.fit(Small.batch(IMAGES, 1), truth, weights, new Seed(9)).loss();
  }

  private static float[] minus(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "stock"})
  void runningAveragesOfBatchNormalisationFollowTheBatch(String layers) {
    Network network =
        Small.softmax(
            PLAIN, new Layer.BatchNormalization(0.75, 1e-3), new Layer.GlobalAveragePooling());
    Batch batch = Small.batch(IMAGES, 1);
    try (Dl4jModel model =
        (Dl4jModel) Small.engine(layers).create(network, Small.THREE, new Seed(1))) {
      model.fit(batch, Small.truth(IMAGES, Small.THREE), Small.ones(IMAGES), new Seed(1));
      ModelArrays weights = new ModelArrays(model);
      int n = batch.values().length / 2;
      for (int c = 0; c < 2; c++) {
        double mean = 0;
        double square = 0;
        for (int i = c; i < batch.values().length; i += 2) {
          mean += batch.values()[i] / n;
          square += (double) batch.values()[i] * batch.values()[i] / n;
        }
        assertThat(weights.get(2)[c]).isCloseTo((float) (0.25 * mean), within(1e-5f));
        assertThat(weights.get(3)[c])
            .isCloseTo((float) (0.75 + 0.25 * (square - mean * mean)), within(1e-5f));
      }
    }
  }

  @Test
  void rowsAndColumnsAreNotAskedOfFlatValues() {
    Network network =
        Small.sigmoid(
            PLAIN, new Layer.Flatten(), new Layer.Convolution(2, 1, 1, 1, Activation.RELU));
    assertThatThrownBy(() -> Small.engine().create(network, Small.TWO, new Seed(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Conv2D layer after its values were flattened");
  }
}
