package axial.dedup.hash;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.PerceptualHash;
import axial.data.Thumbnail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashesTest {

  private static Thumbnail drawn(int n) {
    byte[] grey = new byte[Thumbnail.SIDE * Thumbnail.SIDE];
    for (int y = 0; y < Thumbnail.SIDE; y++) {
      for (int x = 0; x < Thumbnail.SIDE; x++) {
        grey[y * Thumbnail.SIDE + x] =
            (byte) ((x * x * (n + 3) + y * (7 * n + 11) + x * y * (n + 1) / 3) % (200 + n));
      }
    }
    return new Thumbnail(grey);
  }

  private static String hex(PerceptualHash hash, Thumbnail thumbnail) {
    return "%016x".formatted(hash.hash(thumbnail));
  }

  /** Against imagededup's steps in NumPy with {@code dct} of scipy.fftpack 1.17.1. */
  @ParameterizedTest
  @CsvSource({
    "0, ee022800ffffaa55",
    "1, dda497009700b7ff",
    "2, fc9597ad564f5600",
    "3, a58dd2f6b904cb69"
  })
  void phashIsThatOfImagededupForAPictureOf32Pixels(int n, String expected) {
    assertThat(hex(new PHash(), drawn(n))).isEqualTo(expected);
  }

  /** Against area means in NumPy. */
  @ParameterizedTest
  @CsvSource({
    "0, e5b24d5562ad9267",
    "1, ae554bb62a93a45a",
    "2, b6369c36925bb24d",
    "3, ee6a73d68a6dc61b"
  })
  void dhashComparesTheMeansOfNeighbours(int n, String expected) {
    assertThat(hex(new DHash(), drawn(n))).isEqualTo(expected);
  }
}
