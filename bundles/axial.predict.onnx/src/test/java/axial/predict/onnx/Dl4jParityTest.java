package axial.predict.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.data.Shape;
import axial.engine.dl4j.Dl4jEngine;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Engine;
import axial.model.Layer;
import axial.model.Model;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.zoo.CompactModel;
import axial.zoo.FinalModel;
import axial.zoo.ResidualModel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that were trained by the engine predict the same through ONNX Runtime. */
class Dl4jParityTest {

  private static final int IMAGES = 6;

  private static Engine engine() {
    return new Dl4jEngine((String key) -> null);
  }

  static List<Network> networks() {
    Layer flatten = new Layer.Flatten();
    Layer average = new Layer.GlobalAveragePooling();
    Layer norm = new Layer.BatchNormalization(0.5, 1e-3);
    Shape even = new Shape(8, 6, 3);
    return List.of(
        Nets.sigmoid(Nets.INPUT, new Layer.Convolution(4, 3, 3, 1, Activation.TANH), flatten),
        Nets.sigmoid(even, new Layer.Convolution(4, 2, 2, 1, Activation.SELU), flatten),
        Nets.softmax(Nets.INPUT, new Layer.Convolution(4, 2, 3, 2, Activation.SIGMOID), flatten),
        Nets.softmax(even, new Layer.Convolution(4, 4, 5, 3, Activation.RELU), flatten),
        Nets.softmax(Nets.INPUT, new Layer.Convolution(4, 1, 1, 2, Activation.LINEAR), average),
        Nets.sigmoid(Nets.INPUT, new Layer.MaxPooling(2, 2), flatten),
        Nets.sigmoid(even, new Layer.MaxPooling(3, 2), flatten),
        Nets.softmax(Nets.INPUT, new Layer.Convolution(4, 3, 3, 1, Activation.TANH), norm, average),
        Nets.sigmoid(Nets.INPUT, new Layer.MaxPooling(2, 2), flatten, norm),
        Nets.sigmoid(
            even, flatten, new Layer.Dense(6, Activation.TANH), norm, new Layer.Dropout(0.4)),
        Nets.softmax(
            Nets.INPUT,
            new Layer.Residual(
                List.of(new Layer.Convolution(5, 3, 3, 2, Activation.RELU), norm),
                List.of(new Layer.Convolution(5, 1, 1, 2, Activation.LINEAR)),
                Activation.RELU),
            new Layer.Residual(List.of(norm), List.of(), Activation.SELU),
            average),
        Nets.softmax(even, new Layer.Convolution(4, 3, 3, 1, Activation.SOFTMAX), flatten),
        zoo(new FinalModel(), new Shape(30, 33, 3), 2),
        zoo(new CompactModel(), new Shape(33, 30, 1), 2),
        zoo(new CompactModel(), new Shape(24, 24, 3), 3),
        zoo(new ResidualModel(), new Shape(24, 31, 1), 3));
  }

  private static Network zoo(ModelFactory factory, Shape input, int classes) {
    return factory.network(
        input, classes, Settings.defaults("the model " + factory.id(), factory.settings()));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aTrainedModelPredictsTheSame(Network network) {
    Batch batch = Nets.batch(network.input(), IMAGES, 1);
    int[] truth = {0, 1, 0, 1, 1, 0};
    double[] weights = {1, 1, 1, 1, 1, 1};
    try (TrainableModel trained = engine().create(network, Nets.labels(network), new Seed(3))) {
      for (int step = 0; step < 3; step++) {
        trained.fit(batch, truth, weights, new Seed(step));
      }
      try (Model model = Nets.engine().prepare(network, trained.labels(), trained.parameters())) {
        double[][] expected = trained.predict(batch);
        double[][] probabilities = model.predict(batch);
        for (int i = 0; i < IMAGES; i++) {
          for (int c = 0; c < expected[i].length; c++) {
            assertThat(probabilities[i][c]).isCloseTo(expected[i][c], within(1e-5));
          }
        }
      }
    }
  }
}
