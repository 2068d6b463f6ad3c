package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.job.Seed;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Network;
import axial.model.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {

  private static final Network NETWORK =
      Small.sigmoid(
          Optimizer.Adam.keras(),
          new Layer.Convolution(5, 3, 2, 1, Activation.RELU),
          new Layer.BatchNormalization(0.99, 1e-3),
          new Layer.Flatten(),
          new Layer.Dense(4, Activation.RELU));

  private static Dl4jModel model(long seed) {
    return (Dl4jModel) Small.engine().create(NETWORK, Small.TWO, new Seed(seed));
  }

  private static Dl4jModel model(String layers) {
    return (Dl4jModel) Small.engine(layers).create(NETWORK, Small.TWO, new Seed(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "stock"})
  void arraysStandInKerassOrderWithKerassDimensions(String layers) {
    try (Dl4jModel model = model(layers)) {
      assertThat(model.parameters().stream().map(p -> p.name() + p.shape()))
          .containsExactly(
              "conv2d/kernel[3, 2, 2, 5]",
              "conv2d/bias[5]",
              "batch_normalization/gamma[5]",
              "batch_normalization/beta[5]",
              "batch_normalization/moving_mean[5]",
              "batch_normalization/moving_variance[5]",
              "dense/kernel[315, 4]",
              "dense/bias[4]",
              "dense_1/kernel[4, 1]",
              "dense_1/bias[1]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "stock"})
  void whatIsSetIsRead(String layers) {
    try (Dl4jModel model = model(layers)) {
      ModelArrays weights = new ModelArrays(model);
      for (int s = 0; s < weights.count(); s++) {
        float[] values = weights.get(s);
        for (int i = 0; i < values.length; i++) {
          values[i] = s + i / 8192f;
        }
        weights.set(s, values);
        assertThat(weights.get(s)).isEqualTo(values);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "stock"})
  void initialWeightsAreGlorotUniformWithZeroBias(String layers) {
    try (Dl4jModel model = model(layers)) {
      ModelArrays weights = new ModelArrays(model);
      assertUniform(weights.get(0), Math.sqrt(6.0 / (3 * 2 * (2 + 5))));
      assertUniform(weights.get(6), Math.sqrt(6.0 / (9 * 7 * 5 + 4)));
      for (int zero : new int[] {1, 3, 4, 7, 9}) {
        assertThat(weights.get(zero)).containsOnly(0);
      }
      for (int one : new int[] {2, 5}) {
        assertThat(weights.get(one)).containsOnly(1);
      }
    }
  }

  private static void assertUniform(float[] values, double limit) {
    double largest = 0;
    double square = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
      square += (double) value * value / values.length;
    }
    assertThat(largest).isBetween(0.9 * limit, limit);
    assertThat(Math.sqrt(square)).isCloseTo(limit / Math.sqrt(3), within(0.15 * limit));
  }

  @Test
  void initialWeightsFollowTheSeedAlone() {
    try (Dl4jModel model = model(1);
        Dl4jModel same = model(1);
        Dl4jModel other = model(2)) {
      float[] kernel = new ModelArrays(model).get(0);
      assertThat(new ModelArrays(same).get(0)).isEqualTo(kernel);
      assertThat(new ModelArrays(other).get(0)).isNotEqualTo(kernel);
      assertThat(kernel[0]).isEqualTo(FIRST_WEIGHT_OF_SEED_1);
    }
  }

  /** Drawn once; the same on every machine from then on. */
  private static final float FIRST_WEIGHT_OF_SEED_1 = -0.105251215f;
}
