package axial.lime;

import axial.data.Image;
import axial.data.Shape;
import axial.explain.Regions;
import axial.job.Draws;
import axial.job.Seed;
import axial.model.Batch;
import java.util.Arrays;

/** Images in which some regions are hidden behind a filler. */
final class Perturbation {

  private final Image image;
  private final Regions regions;
  private final float[] filler;

  /** Hidden regions become their own mean colour, or black. */
  Perturbation(Image image, Regions regions, boolean black) {
    this.image = image;
    this.regions = regions;
    this.filler = black ? new float[image.values().length] : means(image, regions);
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

  /** Fair coins for each sample and region; the first sample shows everything. */
  static boolean[][] masks(int samples, int regions, Seed seed) {
    boolean[][] masks = new boolean[samples][regions];
    Arrays.fill(masks[0], true);
    for (int s = 1; s < samples; s++) {
      Draws draws = seed.derive(s).draws();
      for (int r = 0; r < regions; r++) {
        masks[s][r] = draws.coin();
      }
    }
    return masks;
  }

  /** The images of some masks. */
  Batch batch(boolean[][] masks, int from, int to) {
    Shape shape = image.shape();
    int channels = shape.channels();
    int[] numbers = regions.numbers();
    float[] values = new float[Math.multiplyExact(to - from, shape.size())];
    for (int s = from; s < to; s++) {
      int at = (s - from) * shape.size();
      for (int p = 0; p < numbers.length; p++) {
        float[] source = masks[s][numbers[p]] ? image.values() : filler;
        System.arraycopy(source, p * channels, values, at + p * channels, channels);
      }
    }
    return new Batch(to - from, shape, values);
  }
}
