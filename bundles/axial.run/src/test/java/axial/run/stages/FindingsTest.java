package axial.run.stages;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Image;
import axial.data.ImageLoader;
import axial.data.Pixels;
import axial.data.Shape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FindingsTest {

  /** Gives the mean of the picture's pixels for each pixel of the input. */
  private static final ImageLoader MEANS =
      new ImageLoader() {
        @Override
        public Pixels decode(Path file) {
          throw new AssertionError("Nothing is to be decoded.");
        }

        @Override
        public Image toImage(Pixels pixels, Shape shape) {
          float[] values = new float[shape.size()];
          for (int p = 0; p < values.length; p++) {
            values[p] = (pixels.at(0, 2 * p, 0) + pixels.at(0, 2 * p + 1, 0)) / 2f / 255;
          }
          return new Image(shape, values);
        }

        @Override
        public String version() {
          return "means";
        }
      };

  private static Pixels mask(int... values) {
    byte[] data = new byte[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) values[i];
    }
    return new Pixels(values.length, 1, 1, data);
  }

  @Test
  void aPixelBelongsToTheFindingWhenMoreThanHalfOfItDoes() {
    Findings findings = new Findings(MEANS, new Shape(1, 3, 3));
    assertThat(findings.in(mask(255, 255, 255, 0, 0, 0)))
        .hasValueSatisfying(in -> assertThat(in).containsExactly(true, false, false));
  }

  @Test
  void thereIsNoneWhenTheMaskIsEmptyOrTooSmall() {
    Findings findings = new Findings(MEANS, new Shape(1, 3, 3));
    assertThat(findings.in(mask(0, 0, 0, 0, 0, 0))).isEmpty();
    assertThat(findings.in(mask(0, 255, 0, 0, 0, 0))).isEmpty();
  }
}
