package axial.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Shape;
import axial.explain.Explanation;
import axial.job.CancelledException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Model;
import axial.model.Network;
import axial.model.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimeExplainerTest {

  private static final Shape SHAPE = new Shape(48, 48, 1);
  private static final int LEFT = 8;
  private static final int TOP = 12;
  private static final int SIDE = 10;

  /** Says "yes" the more, the brighter a certain square is. */
  private static final class SquareModel implements Model {
    @Override
    public Network network() {
      return new Network(
          "square",
          SHAPE,
          List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
          new Optimizer.Sgd(1),
          Loss.BINARY_CROSS_ENTROPY);
    }

    @Override
    public Labels labels() {
      return new Labels(List.of("no", "yes"), 1);
    }

    @Override
    public double[][] predict(Batch batch) {
      double[][] all = new double[batch.size()][];
      for (int i = 0; i < all.length; i++) {
        double sum = 0;
        for (int y = TOP; y < TOP + SIDE; y++) {
          for (int x = LEFT; x < LEFT + SIDE; x++) {
            sum += batch.values()[i * SHAPE.size() + y * SHAPE.width() + x];
          }
        }
        double p = sum / (SIDE * SIDE);
        all[i] = new double[] {1 - p, p};
      }
      return all;
    }

    @Override
    public void close() {}
  }

  private static Image squares() {
    float[] values = new float[SHAPE.size()];
    for (int y = 0; y < SHAPE.height(); y++) {
      for (int x = 0; x < SHAPE.width(); x++) {
        boolean inside = y >= TOP && y < TOP + SIDE && x >= LEFT && x < LEFT + SIDE;
        boolean decoy = y >= 30 && y < 40 && x >= 30 && x < 40;
        values[y * SHAPE.width() + x] = inside || decoy ? 0.9f : 0.1f + 0.002f * x;
      }
    }
    return new Image(SHAPE, values);
  }

  private static Explanation explain(Seed seed, Progress progress) {
    LimeExplainer lime = new LimeExplainer();
    Settings settings =
        Settings.of("test", lime.settings(), Map.of("num-samples", "300", "hide", "black"));
    return lime.explain(new SquareModel(), squares(), 1, settings, seed, progress);
  }

  @Test
  void theRegionThatTheModelLooksAtSpeaksMostForTheClass() {
    Explanation explanation = explain(new Seed(4), Progress.none());
    int region = explanation.regions().at(TOP + SIDE / 2, LEFT + SIDE / 2);
    assertThat(explanation.topFor(1))
        .extracting(Explanation.Weight::region)
        .containsExactly(region);
    assertThat(explanation.probability()).isBetween(0.85, 0.95);
    assertThat(explanation.figures().get("r2")).isGreaterThan(0.9);
  }

  @Test
  void theSameSeedGivesTheSameBitsOnOneThreadAndOnEight() throws Exception {
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool eight = new ForkJoinPool(8);
    try {
      Explanation a = one.submit(() -> explain(new Seed(4), Progress.none())).get();
      Explanation b = eight.submit(() -> explain(new Seed(4), Progress.none())).get();
      assertThat(a.weights()).isEqualTo(b.weights());
      assertThat(a.regions().numbers()).isEqualTo(b.regions().numbers());
      assertThat(explain(new Seed(5), Progress.none()).weights()).isNotEqualTo(a.weights());
    } finally {
      one.shutdownNow();
      eight.shutdownNow();
    }
  }

  @Test
  void cancellingEndsItWithinOneBatch() {
    AtomicInteger checks = new AtomicInteger();
    assertThatThrownBy(
            () -> explain(new Seed(4), Progress.cancelledWhen(() -> checks.incrementAndGet() > 2)))
        .isInstanceOf(CancelledException.class);
    assertThat(checks).hasValue(3);
  }
}
