package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.data.Shape;
import axial.job.Draws;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.zoo.FinalModel;
import axial.zoo.FirstSimpleModel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Axial's layers train as DL4J's do. */
class LossCurvesTest {

  private static final int STEPS = 50;
  private static final int IMAGES = 16;
  private static final Shape INPUT = new Shape(27, 30, 3);

  /** Networks of the zoo without dropout, whose masks differ. */
  static List<Network> networks() {
    return List.of(network(new FirstSimpleModel()), network(new FinalModel()));
  }

  private static Network network(ModelFactory factory) {
    Network whole = factory.network(INPUT, 2, Settings.defaults("test", factory.settings()));
    return new Network(
        whole.name(),
        INPUT,
        whole.layers().stream().filter(l -> !(l instanceof Layer.Dropout)).toList(),
        whole.optimizer(),
        whole.loss());
  }

  private static double[] losses(String layers, Network network) {
    double[] losses = new double[STEPS];
    try (TrainableModel model = Small.engine(layers).create(network, Small.TWO, new Seed(3))) {
      model.setLearningRate(1e-4);
      for (int step = 0; step < STEPS; step++) {
        losses[step] =
            model
                .fit(
                    batch(step % 4),
                    Small.truth(IMAGES, Small.TWO),
                    Small.ones(IMAGES),
                    new Seed(1))
                .loss();
      }
    }
    return losses;
  }

  private static Batch batch(long seed) {
    Draws draws = new Seed(seed).draws();
    float[] values = new float[IMAGES * INPUT.size()];
    for (int i = 0; i < values.length; i++) {
      int image = i / INPUT.size();
      values[i] = (float) (draws.uniform() * (image % 2 == 0 ? 0.8 : 1));
    }
    return new Batch(IMAGES, INPUT, values);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void fiftyStepsGiveTheSameLosses(Network network) {
    double[] own = losses("own", network);
    double[] stock = losses("stock", network);
    for (int step = 0; step < STEPS; step++) {
      assertThat(own[step])
          .as("loss of step " + (step + 1))
          .isCloseTo(stock[step], within(1e-4 * stock[step]));
    }
    assertThat(own[STEPS - 1]).as("it learns").isLessThan(0.9 * own[0]);
  }
}
