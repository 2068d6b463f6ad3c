package axial.lime;

import axial.data.Image;
import axial.explain.Regions;
import axial.job.Draws;
import axial.job.Seed;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Images in which some regions are hidden behind a filler. */
final class Perturbation {

  private final Image image;
  private final Regions regions;
  private final float[] filler;

  /** Pixels at which another region begins than that of the pixel before, 0 included. */
  private final int[] starts;

  /** Hides regions of an image. */
  Perturbation(Image image, Regions regions, Filler filler) {
    this.image = image;
    this.regions = regions;
    this.filler = filler.of(image, regions);
    int[] numbers = regions.numbers();
    this.starts =
        IntStream.range(0, numbers.length)
            .filter(p -> p == 0 || numbers[p] != numbers[p - 1])
            .toArray();
  }

  /** What hidden regions show. */
  sealed interface Filler {
    /** A value for each value of the image. */
    float[] of(Image image, Regions regions);
  }

  /** Each region its own mean colour, not rounded to 8 bits. */
  record OwnMean() implements Filler {
    @Override
    public float[] of(Image image, Regions regions) {
      return means(image, regions);
    }
  }

  /**
   * The same brightness everywhere.
   *
   * @param level in [0, 1]; 0 is black
   */
  record Level(float level) implements Filler {
    @Override
    public float[] of(Image image, Regions regions) {
      float[] filler = new float[image.values().length];
      Arrays.fill(filler, level);
      return filler;
    }
  }

  private static float[] means(Image image, Regions regions) {
    int channels = image.shape().channels();
    double[] sums = new double[regions.count() * channels];
    int[] counts = new int[regions.count()];
    int[] numbers = regions.numbers();
    for (int p = 0; p < numbers.length; p++) {
      counts[numbers[p]]++;
      for (int c = 0; c < channels; c++) {
        sums[numbers[p] * channels + c] += image.values()[p * channels + c];
      }
    }
    float[] filler = new float[image.values().length];
    for (int p = 0; p < numbers.length; p++) {
      for (int c = 0; c < channels; c++) {
        filler[p * channels + c] = (float) (sums[numbers[p] * channels + c] / counts[numbers[p]]);
      }
    }
    return filler;
  }

  /**
   * Which regions a sample shows, by a fair coin for each; sample 0 shows everything.
   *
   * @param seed of all samples
   */
  static boolean[] mask(int sample, int regions, Seed seed) {
    boolean[] mask = new boolean[regions];
    if (sample == 0) {
      Arrays.fill(mask, true);
      return mask;
    }
    Draws draws = seed.derive(sample).draws();
    for (int r = 0; r < regions; r++) {
      mask[r] = draws.coin();
    }
    return mask;
  }

  /** Writes the image that a mask shows, height, width, channels. Thread-safe. */
  void write(boolean[] mask, FloatBuffer values) {
    int channels = image.shape().channels();
    int from = 0;
    for (int run = 1; run <= starts.length; run++) {
      boolean last = run == starts.length;
      if (last || mask[regionAt(run)] != mask[regionAt(run - 1)]) {
        int to = last ? regions.numbers().length : starts[run];
        float[] source = mask[regionAt(run - 1)] ? image.values() : filler;
        values.put(source, from * channels, (to - from) * channels);
        from = to;
      }
    }
  }

  private int regionAt(int run) {
    return regions.numbers()[starts[run]];
  }
}
