package axial.audit.shortcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.audit.DrawnData;
import axial.data.Pixels;
import org.junit.jupiter.api.Test;

class ImageFactsTest {

  /** A frame of one grey value, so wide, around another grey value. */
  private static Pixels framed(int width, int height, int frame, int outer, int inner) {
    byte[] data = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean inside = x >= frame && y >= frame && x < width - frame && y < height - frame;
        data[y * width + x] = (byte) (inside ? inner : outer);
      }
    }
    return new Pixels(width, height, 1, data);
  }

  @Test
  void aFrameIsMeasuredByItsShareAndItsBrightness() {
    ImageFacts facts = ImageFacts.of(framed(100, 50, 10, 30, 200));
    assertThat(facts.width()).isEqualTo(100);
    assertThat(facts.height()).isEqualTo(50);
    assertThat(facts.border()).isCloseTo(1 - 80.0 * 30 / 5000, within(1e-12));
    assertThat(facts.edge()).isEqualTo(30);
    assertThat(facts.brightness()).isCloseTo((2400 * 200 + 2600 * 30) / 5000.0, within(1e-9));
  }

  @Test
  void aPictureThatReachesItsEdgesHasNoFrameAndOneOfOneValueIsAllFrame() {
    assertThat(ImageFacts.of(DrawnData.noise(40, 40, 128, 100, 1)).border()).isZero();
    assertThat(ImageFacts.of(framed(9, 7, 0, 0, 55)).border()).isEqualTo(1);
    assertThat(ImageFacts.of(framed(1, 1, 0, 0, 55)).edge()).isEqualTo(55);
  }

  @Test
  void theUnevennessOfAJpegDoesNotEndAFrame() {
    byte[] data = framed(40, 40, 8, 4, 220).data();
    data[41] = 11;
    assertThat(ImageFacts.of(new Pixels(40, 40, 1, data)).border())
        .isCloseTo(1 - 24.0 * 24 / 1600, within(1e-12));
  }

  @Test
  void coloursCountByTheirLuminance() {
    ImageFacts green = ImageFacts.of(new Pixels(1, 1, 3, new byte[] {0, (byte) 255, 0}));
    ImageFacts blue = ImageFacts.of(new Pixels(1, 1, 3, new byte[] {0, 0, (byte) 255}));
    assertThat(green.brightness()).isEqualTo(150);
    assertThat(blue.brightness()).isEqualTo(29);
    assertThat(green.channels()).isEqualTo(3);
  }
}
