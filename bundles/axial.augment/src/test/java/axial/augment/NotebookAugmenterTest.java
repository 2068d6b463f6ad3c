package axial.augment;

import static org.assertj.core.api.Assertions.assertThat;

import axial.augment.geometry.Affine;
import axial.data.Image;
import axial.data.Shape;
import axial.job.Draws;
import axial.job.Seed;
import axial.job.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotebookAugmenterTest {

  private final NotebookAugmenter augmenter = new NotebookAugmenter();
  private final Settings defaults = Settings.defaults("test", augmenter.settings());

  private static Image noise() {
    Shape shape = new Shape(20, 30, 3);
    float[] values = new float[shape.size()];
    Draws draws = new Seed(5).draws();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draws.uniform();
    }
    return new Image(shape, values);
  }

  @Test
  void oneAndEightThreadsDrawTheSame() throws Exception {
    Image image = noise();
    List<Callable<float[]>> jobs =
        IntStream.range(0, 64)
            .<Callable<float[]>>mapToObj(
                i -> () -> augmenter.augment(image, defaults, new Seed(1).derive(i)).values())
            .toList();
    ExecutorService eight = Executors.newFixedThreadPool(8);
    try {
      List<Future<float[]>> parallel = eight.invokeAll(jobs);
      for (int i = 0; i < jobs.size(); i++) {
        assertThat(parallel.get(i).get()).isEqualTo(jobs.get(i).call());
      }
    } finally {
      eight.shutdownNow();
    }
  }

  @Test
  void everythingSwitchedOffChangesNothing() {
    Settings off =
        Settings.of(
            "test",
            augmenter.settings(),
            Map.of(
                "rotation",
                "0",
                "height-shift",
                "0",
                "width-shift",
                "0",
                "zoom",
                "0",
                "horizontal-flip",
                "false"));
    assertThat(augmenter.augment(noise(), off, new Seed(3)).values()).isEqualTo(noise().values());
  }

  @Test
  void drawsStayInTheirRanges() {
    double[] widest = new double[3];
    for (int i = 0; i < 2000; i++) {
      Affine a = NotebookAugmenter.draw(noise().shape(), defaults, new Seed(9).derive(i)).affine();
      widest[0] = Math.max(widest[0], Math.abs(a.theta()));
      widest[1] = Math.max(widest[1], Math.abs(a.tx()));
      widest[2] = Math.max(widest[2], Math.abs(a.zx() - 1));
      assertThat(a.flipVertical()).isFalse();
    }
    assertThat(widest[0]).isBetween(29.0, 30.0);
    assertThat(widest[1]).isBetween(3.9, 4.0);
    assertThat(widest[2]).isBetween(0.24, 0.25);
  }
}
