package axial.augment.geometry;

/**
 * Interpolation by B-splines of order 0 (nearest pixel) to 5; order 1 is bilinear. From order 2 on
 * the image is filtered first, so that the spline goes through its pixels (Unser, Aldroubi and
 * Eden, "B-spline signal processing", IEEE Trans. Signal Processing 41(2), 1993).
 */
final class Spline {

  private static final double NEGLIGIBLE = 1e-18;

  private final int order;

  Spline(int order) {
    if (order < 0 || order > 5) {
      throw new IllegalArgumentException("A spline of order " + order + " is not available.");
    }
    this.order = order;
  }

  /** How many pixels in a row take part. */
  int reach() {
    return order + 1;
  }

  /**
   * The weights of the pixels about a position, by the recursion of Cox and de Boor.
   *
   * @param weights gets {@link #reach()} numbers of sum 1
   * @return the first of those pixels
   */
  int weights(double position, double[] weights) {
    double shifted = order % 2 == 1 ? position : position + 0.5;
    double floor = Math.floor(shifted);
    double u = shifted - floor;
    weights[0] = 1;
    for (int d = 1; d <= order; d++) {
      weights[d] = u * weights[d - 1] / d;
      for (int j = d - 1; j > 0; j--) {
        weights[j] = ((u + d - j) * weights[j - 1] + (j + 1 - u) * weights[j]) / d;
      }
      weights[0] = (1 - u) * weights[0] / d;
    }
    return (int) floor - order / 2;
  }

  /** Turns pixels into coefficients, in place, along rows and columns. */
  void filter(double[] plane, int height, int width, boolean repeatsEdge) {
    for (int y = 0; y < height; y++) {
      filterLine(plane, y * width, 1, width, repeatsEdge);
    }
    for (int x = 0; x < width; x++) {
      filterLine(plane, x, width, height, repeatsEdge);
    }
  }

  private void filterLine(double[] c, int first, int step, int length, boolean repeatsEdge) {
    if (length == 1) {
      return;
    }
    int last = first + (length - 1) * step;
    for (double z : poles()) {
      double gain = (1 - z) * (1 - 1 / z);
      for (int i = 0; i < length; i++) {
        c[first + i * step] *= gain;
      }
      c[first] = beforeTheEdge(c, first, step, length, z, repeatsEdge);
      for (int i = first + step; i <= last; i += step) {
        c[i] += z * c[i - step];
      }
      c[last] =
          repeatsEdge ? c[last] * z / (z - 1) : (c[last] + z * c[last - step]) * z / (z * z - 1);
      for (int i = last - step; i >= first; i -= step) {
        c[i] = z * (c[i + step] - c[i]);
      }
    }
  }

  /** What the recursion has gathered from all pixels before the first, and from it. */
  private static double beforeTheEdge(
      double[] c, int first, int step, int length, double z, boolean repeatsEdge) {
    double sum = 0;
    double power = 1;
    for (int k = 0; Math.abs(power) > NEGLIGIBLE; k++) {
      int i = repeatsEdge ? Fill.reflected(-k, length) : Fill.mirrored(-k, length);
      sum += power * c[first + i * step];
      power *= z;
    }
    return sum;
  }

  private double[] poles() {
    return switch (order) {
      case 2 -> new double[] {Math.sqrt(8) - 3};
      case 3 -> new double[] {Math.sqrt(3) - 2};
      case 4 -> {
        double root = Math.sqrt(438_976);
        yield new double[] {
          Math.sqrt(664 - root) + Math.sqrt(304) - 19, Math.sqrt(664 + root) - Math.sqrt(304) - 19
        };
      }
      case 5 -> {
        double root = Math.sqrt(4436.25);
        yield new double[] {
          Math.sqrt(67.5 - root) + Math.sqrt(26.25) - 6.5,
          Math.sqrt(67.5 + root) - Math.sqrt(26.25) - 6.5
        };
      }
      default -> new double[0];
    };
  }
}
