package axial.lime;

import axial.data.Image;
import axial.explain.Regions;
import axial.job.Draws;
import axial.job.Progress;
import axial.job.Seed;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Superpixels by mode seeking (Vedaldi and Soatto, "Quick shift and kernel methods for mode
 * seeking", 2008), as scikit-image 0.19 does it.
 *
 * @param kernelSize width of the Gaussian kernel in pixels
 * @param maxDistance longest link that is not cut
 * @param ratio weight of colour against place
 */
record Quickshift(double kernelSize, double maxDistance, double ratio) {

  private static final double TIE_BREAK = 1e-5;

  /**
   * The regions of an image of 1 or 3 channels; equal densities are told apart by the seed.
   *
   * @throws axial.job.CancelledException when cancelled, within a row of pixels
   */
  Regions segment(Image image, Seed seed, Progress progress) {
    int height = image.shape().height();
    int width = image.shape().width();
    double[] lab = Lab.of(image, ratio);
    double[] density = densities(lab, height, width, progress);
    Draws draws = seed.draws();
    for (int i = 0; i < density.length; i++) {
      density[i] += TIE_BREAK * draws.gaussian();
    }
    return regions(parents(lab, density, height, width, progress), height, width);
  }

  private int window() {
    return (int) Math.ceil(3 * kernelSize);
  }

  private double[] densities(double[] lab, int height, int width, Progress progress) {
    int w = window();
    double scale = -1 / (2 * kernelSize * kernelSize);
    double[] density = new double[height * width];
    eachRow(
        height,
        progress,
        y -> {
          for (int x = 0; x < width; x++) {
            int p = y * width + x;
            double sum = 0;
            for (int v = Math.max(0, y - w); v < Math.min(height, y + w + 1); v++) {
              for (int u = Math.max(0, x - w); u < Math.min(width, x + w + 1); u++) {
                sum += Math.exp(scale * distance(lab, p, v * width + u, y - v, x - u));
              }
            }
            density[p] = sum;
          }
        });
    return density;
  }

  /** For each pixel the nearest one of higher density in its window, or itself. */
  private int[] parents(double[] lab, double[] density, int height, int width, Progress progress) {
    int w = window();
    double longest = maxDistance * maxDistance;
    int[] parent = new int[height * width];
    eachRow(
        height,
        progress,
        y -> {
          for (int x = 0; x < width; x++) {
            int p = y * width + x;
            int best = p;
            double closest = Double.POSITIVE_INFINITY;
            for (int v = Math.max(0, y - w); v < Math.min(height, y + w + 1); v++) {
              for (int u = Math.max(0, x - w); u < Math.min(width, x + w + 1); u++) {
                int q = v * width + u;
                if (density[q] > density[p]) {
                  double d = distance(lab, p, q, y - v, x - u);
                  if (d < closest) {
                    closest = d;
                    best = q;
                  }
                }
              }
            }
            parent[p] = closest > longest ? p : best;
          }
        });
    return parent;
  }

  /** Rows are shared out among threads; each is computed from the same numbers in any order. */
  private static void eachRow(int height, Progress progress, IntConsumer row) {
    IntStream.range(0, height).parallel().filter(y -> !progress.cancelled()).forEach(row);
    progress.check();
  }

  private static double distance(double[] lab, int p, int q, int dy, int dx) {
    double a = lab[3 * p] - lab[3 * q];
    double b = lab[3 * p + 1] - lab[3 * q + 1];
    double c = lab[3 * p + 2] - lab[3 * q + 2];
    return a * a + b * b + c * c + dy * dy + dx * dx;
  }

  /** Follows links to their roots and numbers the roots in the order of their pixels. */
  private static Regions regions(int[] parent, int height, int width) {
    int[] root = new int[parent.length];
    for (int p = 0; p < parent.length; p++) {
      int at = p;
      while (parent[at] != at) {
        at = parent[at];
      }
      root[p] = at;
    }
    int[] distinct = Arrays.stream(root).distinct().sorted().toArray();
    int[] numbers = new int[root.length];
    for (int p = 0; p < root.length; p++) {
      numbers[p] = Arrays.binarySearch(distinct, root[p]);
    }
    return new Regions(height, width, numbers);
  }
}
