package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.job.Seed;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Network;
import axial.model.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  @Test
  void arraysStandInKerassOrderWithKerassDimensions() {
    try (Dl4jModel model = model(1)) {
      Weights weights = new Weights(model.net(), NETWORK);
      List<long[]> dimensions = new ArrayList<>();
      for (int s = 0; s < weights.count(); s++) {
        dimensions.add(weights.dimensions(s));
      }
      assertThat(dimensions)
          .containsExactly(
              new long[] {3, 2, 2, 5},
              new long[] {5},
              new long[] {5},
              new long[] {5},
              new long[] {5},
              new long[] {5},
              new long[] {9 * 7 * 5, 4},
              new long[] {4},
              new long[] {4, 1},
              new long[] {1});
    }
  }

  @Test
  void whatIsSetIsRead() {
    try (Dl4jModel model = model(1)) {
      Weights weights = new Weights(model.net(), NETWORK);
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

  @Test
  void initialWeightsAreGlorotUniformWithZeroBias() {
    try (Dl4jModel model = model(1)) {
      Weights weights = new Weights(model.net(), NETWORK);
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
      float[] kernel = new Weights(model.net(), NETWORK).get(0);
      assertThat(new Weights(same.net(), NETWORK).get(0)).isEqualTo(kernel);
      assertThat(new Weights(other.net(), NETWORK).get(0)).isNotEqualTo(kernel);
      assertThat(kernel[0]).isEqualTo(FIRST_WEIGHT_OF_SEED_1);
    }
  }

  /** Drawn once; the same on every machine from then on. */
  private static final float FIRST_WEIGHT_OF_SEED_1 = -0.105251215f;
}
