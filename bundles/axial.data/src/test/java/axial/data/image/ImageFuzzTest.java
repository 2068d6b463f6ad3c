package axial.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Pixels;
import axial.job.Draws;
import axial.job.ProblemException;
import axial.job.Seed;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files give pixels or a problem in words, never another exception. */
class ImageFuzzTest {

  private static final int FLIPPED_FILES = 1500;

  static Stream<Arguments> files() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    BufferedImage colour = Encoded.colour(24, 17);
    files.put("baseline JPEG", Encoded.jpeg(colour, false));
    files.put("progressive JPEG", Encoded.jpeg(colour, true));
    files.put(
        "JPEG with EXIF",
        Encoded.withSegment(Encoded.jpeg(colour, false), 0xE1, Encoded.exif(6, true)));
    files.put("colour PNG", Encoded.png(colour));
    files.put("alpha PNG", Encoded.png(Encoded.raw(BufferedImage.TYPE_INT_ARGB, 24, 17)));
    files.put("16-bit PNG", Encoded.png(Encoded.raw(BufferedImage.TYPE_USHORT_GRAY, 24, 17)));
    files.put(
        "palette PNG", Encoded.png(new BufferedImage(24, 17, BufferedImage.TYPE_BYTE_INDEXED)));
    return files.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aCutFileIsRefusedOrWhole(String name, byte[] file) {
    byte[] whole = tried(file).orElseThrow().data();
    for (int length = 0; length < file.length; length++) {
      Optional<Pixels> cut = tried(Arrays.copyOf(file, length));
      if (cut.isPresent()) {
        assertThat(cut.get().data()).as("%s cut to %d bytes", name, length).isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void flippedBytesEndInPixelsOrAProblem(String name, byte[] file) {
    int refused = 0;
    for (int i = 0; i < FLIPPED_FILES; i++) {
      Draws draws = new Seed(77).derive(name).derive(i).draws();
      byte[] damaged = file.clone();
      for (int flips = 1 + draws.below(8); flips > 0; flips--) {
        damaged[draws.below(damaged.length)] = (byte) draws.bits();
      }
      refused += tried(damaged).isEmpty() ? 1 : 0;
    }
    assertThat(refused).as("refused of " + FLIPPED_FILES).isPositive();
  }

  /** The pixels, or nothing when the file was refused; any other exception fails the test. */
  private static Optional<Pixels> tried(byte[] bytes) {
    try {
      return Optional.of(ImageFile.decode("damaged", bytes).pixels());
    } catch (ProblemException refused) {
      return Optional.empty();
    }
  }
}
