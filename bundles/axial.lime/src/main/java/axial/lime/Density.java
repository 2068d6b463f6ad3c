package axial.lime;

import axial.job.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How dense the pixels are around each pixel, in place and colour: the sum of a Gaussian kernel
 * over its window. Each pair of pixels is computed once and counts for both.
 */
final class Density {

  /** Rows of one band; fixed, so that sums have one order on any number of threads. */
  private static final int BAND = 8;

  private final double[][] lab;
  private final int height;
  private final int width;
  private final int window;
  private final double scale;

  /**
   * Densities of one image.
   *
   * @param lab three planes of colour
   * @param window how many pixels it reaches each way
   * @param kernelSize in pixels
   */
  Density(double[][] lab, int height, int width, int window, double kernelSize) {
    this.lab = lab;
    this.height = height;
    this.width = width;
    this.window = window;
    this.scale = -1 / (2 * kernelSize * kernelSize);
  }

  /** The density of each pixel, row by row, on the common pool. */
  double[] ofPixels(Progress progress) {
    double[][] bands =
        IntStream.range(0, (height + BAND - 1) / BAND)
            .parallel()
            .mapToObj(band -> progress.cancelled() ? new double[0] : band(band * BAND))
            .toArray(double[][]::new);
    progress.check();
    double[] density = new double[height * width];
    Arrays.fill(density, 1);
    for (int band = 0; band < bands.length; band++) {
      int from = band * BAND * width;
      for (int i = 0; i < bands[band].length; i++) {
        density[from + i] += bands[band][i];
      }
    }
    return density;
  }

  /** What the pairs whose upper pixel is in a band add to its rows and those below it. */
  private double[] band(int top) {
    int bottom = Math.min(height, top + BAND);
    double[] sums = new double[(Math.min(height, bottom + window) - top) * width];
    double[] kernel = new double[width];
    for (int y = top; y < bottom; y++) {
      for (int dy = 0; dy <= window && y + dy < height; dy++) {
        for (int dx = dy == 0 ? 1 : -window; dx <= window; dx++) {
          int first = Math.max(0, -dx);
          int count = Math.min(width, width - dx) - first;
          int p = y * width + first;
          int q = p + dy * width + dx;
          kernel(p, q, count, dy * dy + dx * dx, kernel);
          add(kernel, count, sums, p - top * width);
          add(kernel, count, sums, q - top * width);
        }
      }
    }
    return sums;
  }

  /** The kernel of a row of pairs that lie equally far apart. */
  private void kernel(int p, int q, int count, int place, double[] kernel) {
    double[] l = lab[0];
    double[] a = lab[1];
    double[] b = lab[2];
    for (int i = 0; i < count; i++) {
      double dl = l[p + i] - l[q + i];
      double da = a[p + i] - a[q + i];
      double db = b[p + i] - b[q + i];
      kernel[i] = Math.exp(scale * (dl * dl + da * da + db * db + place));
    }
  }

  private static void add(double[] values, int count, double[] to, int at) {
    for (int i = 0; i < count; i++) {
      to[at + i] += values[i];
    }
  }
}
