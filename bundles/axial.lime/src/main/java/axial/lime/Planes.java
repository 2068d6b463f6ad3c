package axial.lime;

import axial.data.Image;
import axial.data.Shape;

/**
 * Three planes of numbers over an image, row by row, as segmenters work on them.
 *
 * @param values {@code [3][height * width]}
 */
record Planes(int height, int width, double[][] values) {

  /** Truncation of the Gaussian kernel, in standard deviations. */
  private static final double TRUNCATE = 4;

  /** Red, green and blue; grey gives three equal planes. */
  static Planes of(Image image) {
    Shape shape = image.shape();
    int pixels = shape.height() * shape.width();
    double[][] values = new double[3][pixels];
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < 3; c++) {
        values[c][p] = image.values()[p * shape.channels() + (shape.channels() == 3 ? c : 0)];
      }
    }
    return new Planes(shape.height(), shape.width(), values);
  }

  /** How many pixels. */
  int pixels() {
    return height * width;
  }

  /** The smallest value becomes 0 and the largest 1; where all are equal, all become 0. */
  Planes stretched() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] plane : values) {
      for (double value : plane) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    double range = high > low ? high - low : 1;
    double[][] stretched = new double[3][pixels()];
    for (int c = 0; c < 3; c++) {
      for (int p = 0; p < pixels(); p++) {
        stretched[c][p] = (values[c][p] - low) / range;
      }
    }
    return new Planes(height, width, stretched);
  }

  /** All values times a factor. */
  Planes times(double factor) {
    double[][] scaled = new double[3][pixels()];
    for (int c = 0; c < 3; c++) {
      for (int p = 0; p < pixels(); p++) {
        scaled[c][p] = values[c][p] * factor;
      }
    }
    return new Planes(height, width, scaled);
  }

  /** Gaussian smoothing of each plane; beyond its edge the image is mirrored, edge included. */
  Planes smoothed(double sigma) {
    if (sigma <= 0) {
      return this;
    }
    double[] kernel = kernel(sigma);
    double[][] smooth = new double[3][];
    for (int c = 0; c < 3; c++) {
      double[] down = along(values[c], height, width, kernel, true);
      smooth[c] = along(down, height, width, kernel, false);
    }
    return new Planes(height, width, smooth);
  }

  /** The weights at distances 0, 1, and so on; both sides together sum to 1. */
  private static double[] kernel(double sigma) {
    double[] kernel = new double[(int) (TRUNCATE * sigma + 0.5) + 1];
    double sum = 0;
    for (int d = 0; d < kernel.length; d++) {
      kernel[d] = Math.exp(-0.5 * d * d / (sigma * sigma));
      sum += d == 0 ? kernel[d] : 2 * kernel[d];
    }
    for (int d = 0; d < kernel.length; d++) {
      kernel[d] /= sum;
    }
    return kernel;
  }

  private static double[] along(
      double[] in, int height, int width, double[] kernel, boolean vertical) {
    int length = vertical ? height : width;
    int step = vertical ? width : 1;
    double[] out = new double[in.length];
    for (int p = 0; p < in.length; p++) {
      int at = vertical ? p / width : p % width;
      int start = p - at * step;
      double sum = in[p] * kernel[0];
      for (int d = kernel.length - 1; d > 0; d--) {
        double before = in[start + mirrored(at - d, length) * step];
        double after = in[start + mirrored(at + d, length) * step];
        sum += (before + after) * kernel[d];
      }
      out[p] = sum;
    }
    return out;
  }

  private static int mirrored(int at, int length) {
    int turn = Math.floorMod(at, 2 * length);
    return turn < length ? turn : 2 * length - 1 - turn;
  }
}
