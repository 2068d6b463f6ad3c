package axial.augment.geometry;

import axial.job.Draws;

/**
 * A smooth random field over an image: each node of a grid gets a draw, and the Gaussian about each
 * pixel weighs the nodes. Its values have mean 0 and variance 1 at every pixel.
 */
public final class SmoothField {

  private final int height;
  private final int width;
  private final double[] values;

  private SmoothField(int height, int width, double[] values) {
    this.height = height;
    this.width = width;
    this.values = values;
  }

  /**
   * Draws a field.
   *
   * @param nodes of the grid along each side, the outer ones on the edges; at least 2
   * @param sigma of the Gaussian, in distances of neighbouring nodes
   */
  public static SmoothField draw(int height, int width, int nodes, double sigma, Draws draws) {
    double range = Math.sqrt(3); // a uniform draw of variance 1
    double[] drawn = new double[nodes * nodes];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = draws.uniform(-range, range);
    }
    double[] down = weights(height, nodes, sigma);
    double[] right = weights(width, nodes, sigma);
    double[] half = new double[height * nodes];
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < nodes; i++) {
        for (int j = 0; j < nodes; j++) {
          half[y * nodes + j] += down[y * nodes + i] * drawn[i * nodes + j];
        }
      }
    }
    double[] values = new double[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int j = 0; j < nodes; j++) {
          sum += half[y * nodes + j] * right[x * nodes + j];
        }
        values[y * width + x] = sum;
      }
    }
    return new SmoothField(height, width, values);
  }

  /** For each pixel along a side the weights of the nodes; their squares have sum 1. */
  private static double[] weights(int length, int nodes, double sigma) {
    double[] weights = new double[length * nodes];
    for (int p = 0; p < length; p++) {
      double place = length == 1 ? 0 : p * (nodes - 1.0) / (length - 1);
      double squares = 0;
      for (int i = 0; i < nodes; i++) {
        double distance = (place - i) / sigma;
        double weight = StrictMath.exp(-distance * distance / 2);
        weights[p * nodes + i] = weight;
        squares += weight * weight;
      }
      for (int i = 0; i < nodes; i++) {
        weights[p * nodes + i] /= Math.sqrt(squares);
      }
    }
    return weights;
  }

  /** The value at a pixel. */
  public double at(int row, int column) {
    return values[row * width + column];
  }

  /** The same field, its largest value either way scaled to 1. */
  public SmoothField scaledToOne() {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    double[] scaled = values.clone();
    for (int i = 0; largest > 0 && i < scaled.length; i++) {
      scaled[i] /= largest;
    }
    return new SmoothField(height, width, scaled);
  }
}
