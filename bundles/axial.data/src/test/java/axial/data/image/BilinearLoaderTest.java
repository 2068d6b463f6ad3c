package axial.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilinearLoaderTest {

  private final BilinearLoader loader = new BilinearLoader();

  private static Pixels picture(int height, int width) {
    byte[] data = new byte[height * width * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          data[(y * width + x) * 3 + c] =
              (byte) (x * x * 31 + y * 17 * (x + 1) + c * 59 + y * y * 7);
        }
      }
    }
    return new Pixels(width, height, 3, data);
  }

  /** Answers of OpenCV 4.8.1, cv2.resize with its defaults. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5|7|4|11|3,62,121,18,77,136,45,104,160,105,164,200,95,154,193,32,91,150,151,68,127,\
          165,61,120,39,77,136,68,110,169,108,135,194,38,97,156,63,122,181,103,153,198,177,\
          166,109,181,179,101,131,190,153,121,180,143,128,161,150,158,130,180,169,97,156,175,\
          73,133,95,153,213,129,188,174,168,218,132,154,143,158,127,125,149,91,150,113,95,154,\
          117,115,148,137,158,130,180,96,111,170,38,97,156,172,231,66,114,173,95,56,115,125,\
          137,196,83,158,218,52,136,195,30,153,212,47,126,185,81,40,99,138,93,152,89,147,206,41
          9|6|4|3|36,95,154,115,174,153,106,117,176,147,206,153,79,122,165,99,142,185,75,118,\
          177,51,110,137,131,174,121,154,85,144,127,90,149,123,134,113
          6|8|3|4|32,91,150,107,166,161,110,105,164,169,100,159,125,184,179,140,135,130,147,\
          142,137,82,77,136,82,141,136,101,160,91,112,171,102,115,174,169
          """)
  void resizesToTheByteAsOpenCvDoes(int height, int width, int toHeight, int toWidth, String want) {
    byte[] resized = BilinearLoader.resize(picture(height, width), toWidth, toHeight).data();
    int[] levels = new int[resized.length];
    Arrays.setAll(levels, i -> resized[i] & 0xFF);
    assertThat(levels)
        .containsExactly(Arrays.stream(want.split(",")).mapToInt(Integer::parseInt).toArray());
  }

  @Test
  void sameSizeIsTheSamePicture() {
    Pixels picture = picture(9, 6);
    assertThat(loader.toImage(picture, new Shape(9, 6, 3)).at(4, 2, 1))
        .isEqualTo(picture.at(4, 2, 1) / 255f);
  }

  @Test
  void greyBecomesThreeEqualChannels() {
    Pixels grey = new Pixels(2, 1, 1, new byte[] {7, (byte) 255});
    assertThat(loader.toImage(grey, new Shape(1, 2, 3)).values())
        .containsExactly(7 / 255f, 7 / 255f, 7 / 255f, 1, 1, 1);
  }

  @Test
  void greyShownAsColourBecomesTheSameGreyAgain() {
    Image image =
        loader.toImage(new Pixels(1, 1, 3, new byte[] {101, 101, 101}), new Shape(1, 1, 1));
    assertThat(image.values()).containsExactly(101 / 255f);
  }

  @Test
  void twoChannelsAreRefused() {
    assertThatThrownBy(() -> loader.toImage(picture(2, 2), new Shape(2, 2, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 2");
  }
}
