package axial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.data.Shape;
import axial.job.ProblemException;
import axial.run.Preview;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {

  private static final int BLUE = 0x56B4E9;

  @TempDir Path folder;

  private static Image even(int height, int width, int channels, float value) {
    float[] values = new float[height * width * channels];
    Arrays.fill(values, value);
    return new Image(new Shape(height, width, channels), values);
  }

  private static Preview.Picture picture(int side, float value, Optional<Image> mask) {
    return new Preview.Picture(even(side, side, 3, value), mask);
  }

  private static Preview preview(List<Preview.Picture> pictures, int rows, String... cautions) {
    Preview.Row row = new Preview.Row("a/very/long/way/to/a/scan.png", "tumour", pictures);
    return new Preview(
        "scans",
        List.of("keras, rotation 30"),
        1,
        Collections.nCopies(rows, row),
        List.of(cautions));
  }

  /** How many pixels of the sheet have that colour. */
  private static long count(BufferedImage sheet, int rgb) {
    int[] pixels =
        sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
    return Arrays.stream(pixels).filter(p -> (p & 0xFFFFFF) == rgb).count();
  }

  @Test
  void everyPictureIsThereInItsSizeTimesAWholeNumber() {
    List<Preview.Picture> three =
        List.of(
            picture(40, 0.2f, Optional.empty()),
            picture(40, 0.4f, Optional.empty()),
            picture(40, 0.6f, Optional.empty()));
    BufferedImage sheet = ContactSheet.draw(preview(three, 2));
    for (int grey : new int[] {51, 102, 153}) {
      assertThat(count(sheet, grey << 16 | grey << 8 | grey)).isEqualTo(2 * 160 * 160);
    }
    assertThat(sheet.getWidth()).isBetween(3 * 160, 3 * 160 + 60);
  }

  @Test
  void largeImagesAreShrunk() {
    BufferedImage sheet =
        ContactSheet.draw(preview(List.of(picture(900, 0.2f, Optional.empty())), 1));
    assertThat(count(sheet, 51 << 16 | 51 << 8 | 51)).isEqualTo(320 * 320);
  }

  @Test
  void theFindingIsOutlined() {
    Image mask = even(40, 40, 1, 0);
    float[] values = mask.values().clone();
    for (int y = 10; y < 20; y++) {
      Arrays.fill(values, y * 40 + 10, y * 40 + 20, 1);
    }
    Image square = new Image(mask.shape(), values);
    BufferedImage without =
        ContactSheet.draw(preview(List.of(picture(40, 0.2f, Optional.of(mask))), 1));
    BufferedImage with =
        ContactSheet.draw(preview(List.of(picture(40, 0.2f, Optional.of(square))), 1));
    assertThat(count(without, BLUE)).isZero();
    assertThat(count(with, BLUE)).isEqualTo(40 * 40 - 36 * 36);
  }

  @Test
  void cautionsTakeRoomAtTheTop() {
    List<Preview.Picture> one = List.of(picture(40, 0.2f, Optional.empty()));
    int plain = ContactSheet.draw(preview(one, 1)).getHeight();
    int warned = ContactSheet.draw(preview(one, 1, "It swaps left and right.")).getHeight();
    assertThat(warned).isGreaterThanOrEqualTo(plain);
    assertThat(warned > plain).isEqualTo(Pictures.canWrite());
  }

  @Test
  void itIsWrittenAsPngAndAFolderThatIsNotThereIsTold() throws IOException {
    Preview preview = preview(List.of(picture(8, 0.5f, Optional.empty())), 1);
    Path file = folder.resolve("sheet.png");
    new ContactSheet().write(preview, file);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(160);
    assertThatThrownBy(() -> new ContactSheet().write(preview, folder.resolve("nowhere/sheet.png")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("sheet.png")
        .hasMessageContaining("cannot be written");
  }
}
