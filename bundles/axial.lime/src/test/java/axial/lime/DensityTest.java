package axial.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.job.CancelledException;
import axial.job.Draws;
import axial.job.Progress;
import axial.job.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DensityTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 12", "3, 40, 12", "40, 3, 12", "21, 17, 5", "16, 16, 1"})
  void sumsTheKernelOverTheWindowThatLiesInTheImage(int height, int width, int window) {
    double[][] lab = colours(height * width);
    double[] density = new Density(lab, height, width, window, 4).ofPixels(Progress.none());
    for (int p = 0; p < density.length; p++) {
      double sum = 0;
      for (int q = 0; q < density.length; q++) {
        int dy = p / width - q / width;
        int dx = p % width - q % width;
        if (Math.abs(dy) <= window && Math.abs(dx) <= window) {
          double d = dy * dy + dx * dx;
          for (double[] plane : lab) {
            d += (plane[p] - plane[q]) * (plane[p] - plane[q]);
          }
          sum += Math.exp(-d / 32);
        }
      }
      assertThat(density[p]).isCloseTo(sum, within(1e-12 * sum));
    }
  }

  @Test
  void endsWhenCancelled() {
    Density density = new Density(colours(400), 20, 20, 12, 4);
    assertThatThrownBy(() -> density.ofPixels(Progress.cancelledWhen(() -> true)))
        .isInstanceOf(CancelledException.class);
  }

  private static double[][] colours(int pixels) {
    Draws draws = new Seed(3).draws();
    double[][] lab = new double[3][pixels];
    for (double[] plane : lab) {
      for (int p = 0; p < pixels; p++) {
        plane[p] = draws.uniform(0, 5);
      }
    }
    return lab;
  }
}
