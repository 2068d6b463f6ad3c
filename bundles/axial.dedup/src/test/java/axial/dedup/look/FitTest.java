package axial.dedup.look;

import static org.assertj.core.api.Assertions.assertThat;

import axial.job.Draws;
import axial.job.Seed;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FitTest {

  private static byte[] waves(double shiftX, double stretchY, double contrast, double brightness) {
    byte[] content = new byte[Look.SIDE * Look.SIDE];
    for (int y = 0; y < Look.SIDE; y++) {
      for (int x = 0; x < Look.SIDE; x++) {
        double u = x + shiftX;
        double v = 32 + (y - 32) * stretchY;
        double value = 60 + 25 * Math.sin(u / 5) + 20 * Math.cos(v / 6 + u / 9);
        content[y * Look.SIDE + x] = (byte) Math.round(contrast * value + brightness);
      }
    }
    return content;
  }

  private static double residual(byte[] a, byte[] b) {
    return new Fit(a, Look.SIDE).explain(b).residual();
  }

  @Test
  void brightnessContrastShiftAndStretchAreExplained() {
    byte[] plain = waves(0, 1, 1, 0);
    assertThat(residual(plain, plain)).isCloseTo(0, Offset.offset(1e-6));
    assertThat(residual(plain, waves(0, 1, 1.4, 30))).isLessThan(0.002);
    Fit.Result moved = new Fit(plain, Look.SIDE).explain(waves(1, 1.03, 0.8, 10));
    assertThat(moved.residual()).isLessThan(0.01);
    assertThat(1 - moved.correlation() * moved.correlation()).isGreaterThan(0.02);
  }

  @Test
  void anotherPictureIsNotExplainedAndAPlainOneExplainsNothing() {
    Draws draws = new Seed(5).draws();
    byte[] noise = new byte[Look.SIDE * Look.SIDE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) draws.below(256);
    }
    byte[] waves = waves(0, 1, 1, 0);
    assertThat(residual(waves, noise)).isGreaterThan(0.98);
    assertThat(residual(new byte[noise.length], waves)).isEqualTo(1);
    assertThat(residual(waves, new byte[noise.length])).isEqualTo(1);
  }

  @Test
  void theSteepestPictureDoesNotOverflow() {
    byte[] steep = new byte[Look.SIDE * Look.SIDE];
    for (int i = 0; i < steep.length; i++) {
      steep[i] = (byte) (i / 2 % 2 * 255);
    }
    assertThat(residual(steep, steep)).isCloseTo(0, Offset.offset(1e-6));
  }
}
