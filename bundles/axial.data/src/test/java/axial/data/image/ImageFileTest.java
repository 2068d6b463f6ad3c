package axial.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Pixels;
import axial.job.ProblemException;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {

  @TempDir Path folder;

  private static Pixels decode(byte[] bytes) {
    return ImageFile.decode("a picture", bytes).pixels();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB
      })
  void pngKeepsEverySample(int type) throws Exception {
    BufferedImage image = Encoded.raw(type, 23, 19);
    Pixels pixels = decode(Encoded.png(image));
    int channels = image.getRaster().getNumBands() == 1 ? 1 : 3;
    assertThat(pixels.channels()).isEqualTo(channels);
    for (int y = 0; y < 19; y++) {
      for (int x = 0; x < 23; x++) {
        for (int c = 0; c < channels; c++) {
          assertThat(pixels.at(y, x, c)).isEqualTo(Encoded.sample(x, y, c));
        }
      }
    }
  }

  @Test
  void paletteBecomesItsColours() throws Exception {
    byte[] red = {10, (byte) 200, 30, 40};
    byte[] green = {50, 60, (byte) 170, 80};
    byte[] blue = {90, 100, 110, (byte) 250};
    BufferedImage image =
        new BufferedImage(
            4, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 4, red, green, blue));
    for (int x = 0; x < 4; x++) {
      image.getRaster().setSample(x, 0, 0, x);
    }
    Pixels pixels = decode(Encoded.png(image));
    for (int x = 0; x < 4; x++) {
      assertThat(pixels.at(0, x, 0)).isEqualTo(red[x] & 0xFF);
      assertThat(pixels.at(0, x, 1)).isEqualTo(green[x] & 0xFF);
      assertThat(pixels.at(0, x, 2)).isEqualTo(blue[x] & 0xFF);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void greyOfFewBitsIsStretchedToEight(int depth) throws Exception {
    Pixels pixels = decode(Encoded.png(8 / depth, 1, depth, new byte[] {0, 0b0110_1100}));
    int most = (1 << depth) - 1;
    assertThat(pixels.channels()).isEqualTo(1);
    for (int x = 0; x < 8 / depth; x++) {
      int stored = 0b0110_1100 >> (8 - depth * (x + 1)) & most;
      assertThat(pixels.at(0, x, 0)).isEqualTo(stored * 255 / most);
    }
  }

  @Test
  void progressiveJpegShowsWhatABaselineOneShows() throws Exception {
    BufferedImage image = Encoded.colour(40, 30);
    assertThat(decode(Encoded.jpeg(image, true)).data())
        .isEqualTo(decode(Encoded.jpeg(image, false)).data());
  }

  @Test
  void greyJpegStaysGreyAndIsNotBrightened() throws Exception {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 32 * 32; i++) {
      image.getRaster().setSample(i % 32, i / 32, 0, 60);
    }
    Pixels pixels = decode(Encoded.jpeg(image, false));
    assertThat(pixels.channels()).isEqualTo(1);
    assertThat(pixels.data()).containsOnly((byte) 60);
  }

  @Test
  void aColourProfileChangesNothing() throws Exception {
    byte[] plain = Encoded.jpeg(Encoded.colour(40, 30), false);
    byte[] profiled = Encoded.withSegment(plain, 0xE2, Encoded.linearProfile());
    assertThat(decode(profiled).contentId()).isEqualTo(decode(plain).contentId());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void exifOrientationIsCarriedOut(int orientation) throws Exception {
    byte[] plain = Encoded.jpeg(Encoded.colour(24, 16), false);
    Pixels stored = decode(plain);
    for (boolean little : new boolean[] {true, false}) {
      Pixels upright = decode(Encoded.withSegment(plain, 0xE1, Encoded.exif(orientation, little)));
      // Where the stored top left and bottom left corners have to be seen (EXIF 2.3, 4.6.4 A).
      int[] topLeft = corner(upright, "TL TR BR BL TL TR BR BL".split(" ")[orientation - 1]);
      int[] bottomLeft = corner(upright, "BL BR TR TL TR TL BL BR".split(" ")[orientation - 1]);
      assertThat(topLeft).isEqualTo(corner(stored, "TL"));
      assertThat(bottomLeft).isEqualTo(corner(stored, "BL"));
    }
  }

  private static int[] corner(Pixels pixels, String name) {
    int row = name.startsWith("T") ? 0 : pixels.height() - 1;
    int column = name.endsWith("L") ? 0 : pixels.width() - 1;
    return new int[] {
      pixels.at(row, column, 0), pixels.at(row, column, 1), pixels.at(row, column, 2)
    };
  }

  @Test
  void aHugeClaimIsRefusedBeforeMemoryIsTaken() throws Exception {
    byte[] bytes = Encoded.png(30_000, 30_000, 8, new byte[4000]);
    assertThat(bytes.length).isLessThan(5000);
    assertRefused(bytes, "it claims 30000 x 30000 pixels; 64 million are the most");
  }

  @Test
  void textCmykAndEmptyFilesAreRefusedInWords() {
    assertRefused(
        "no picture".getBytes(StandardCharsets.US_ASCII), "it is neither a JPEG nor a PNG");
    assertRefused(new byte[0], "it is empty");
    byte[] cmyk = {
      (byte) 0xFF,
      (byte) 0xD8,
      (byte) 0xFF,
      (byte) 0xC0,
      0,
      20,
      8,
      0,
      9,
      0,
      9,
      4,
      1,
      17,
      0,
      2,
      17,
      0,
      3,
      17,
      0,
      4,
      17,
      0
    };
    assertRefused(cmyk, "its colours are CMYK");
  }

  @Test
  void aJpegOfThousandsOfScansIsRefused() throws Exception {
    byte[] plain = Encoded.jpeg(Encoded.colour(8, 8), false);
    byte[] many = Arrays.copyOf(plain, plain.length + 4000);
    for (int i = plain.length; i < many.length; i += 2) {
      many[i] = (byte) 0xFF;
      many[i + 1] = (byte) 0xDA;
    }
    assertRefused(many, "it has 2001 scans; 100 are the most");
  }

  @Test
  void aCutJpegIsRefusedThoughJavaWouldFillItWithGrey() throws Exception {
    byte[] whole = Encoded.jpeg(Encoded.colour(80, 60), false);
    assertRefused(Arrays.copyOf(whole, whole.length * 3 / 4), "its data is damaged or cut short");
  }

  @Test
  void aDamagedPngIsRefusedByItsChecksum() throws Exception {
    byte[] whole = Encoded.png(Encoded.raw(BufferedImage.TYPE_BYTE_GRAY, 20, 20));
    whole[whole.length - 20] ^= 1;
    assertRefused(whole, "its PNG data is damaged, as its checksum shows");
  }

  @Test
  void whatIsNoFileIsRefusedByName() {
    assertThatThrownBy(() -> ImageFile.decode(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(folder + " cannot be used: it is no file");
    assertThatThrownBy(() -> ImageFile.decode(folder.resolve("gone.png")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("gone.png cannot be used: it does not exist");
  }

  @Test
  void formatComesFromTheBytesNotFromTheName() throws Exception {
    Path file = folder.resolve("picture.jpg");
    Files.write(file, Encoded.png(Encoded.colour(5, 4)));
    assertThat(ImageFile.decode(file).format()).isEqualTo(ImageFile.Format.PNG);
  }

  private static void assertRefused(byte[] bytes, String why) {
    assertThatThrownBy(() -> decode(bytes))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("The image a picture cannot be used: " + why);
  }
}
