package axial.lime;

import axial.data.Image;
import java.util.HashMap;
import java.util.Map;

/** How far two cuts of an image agree (Hubert and Arabie, "Comparing partitions", 1985). */
final class AdjustedRand {

  private AdjustedRand() {}

  /** Over the pixels whose channels have a mean above {@code dark}; 1 when both are the same. */
  static double of(int[] a, int[] b, Image image, double dark) {
    Map<Long, Long> both = new HashMap<>();
    Map<Integer, Long> onlyA = new HashMap<>();
    Map<Integer, Long> onlyB = new HashMap<>();
    long n = 0;
    int channels = image.shape().channels();
    for (int p = 0; p < a.length; p++) {
      double mean = 0;
      for (int c = 0; c < channels; c++) {
        mean += image.values()[p * channels + c] / channels;
      }
      if (mean > dark) {
        n++;
        both.merge(a[p] * 100_000L + b[p], 1L, Long::sum);
        onlyA.merge(a[p], 1L, Long::sum);
        onlyB.merge(b[p], 1L, Long::sum);
      }
    }
    double index = pairs(both.values());
    double expected = pairs(onlyA.values()) * pairs(onlyB.values()) / (n * (n - 1) / 2.0);
    double most = (pairs(onlyA.values()) + pairs(onlyB.values())) / 2;
    return most == expected ? 1 : (index - expected) / (most - expected);
  }

  private static double pairs(Iterable<Long> counts) {
    double sum = 0;
    for (long count : counts) {
      sum += count * (count - 1) / 2.0;
    }
    return sum;
  }
}
