package axial.lime;

import axial.data.Image;
import axial.explain.Regions;
import axial.job.Draws;
import axial.job.Progress;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Superpixels by mode seeking (Vedaldi and Soatto, "Quick shift and kernel methods for mode
 * seeking", 2008), as scikit-image 0.19 does it.
 *
 * @param kernelSize width of the Gaussian kernel in pixels
 * @param maxDistance longest link that is not cut
 * @param ratio weight of colour against place
 */
record Quickshift(double kernelSize, double maxDistance, double ratio) implements Segmenter {

  private static final double TIE_BREAK = 1e-5;

  @Override
  public Regions segment(Image image, Seed seed, Progress progress) {
    int height = image.shape().height();
    int width = image.shape().width();
    int window = (int) Math.ceil(3 * kernelSize);
    double[][] lab = Lab.of(Planes.of(image)).times(ratio).values();
    double[] density = new Density(lab, height, width, window, kernelSize).ofPixels(progress);
    Draws draws = seed.draws();
    for (int i = 0; i < density.length; i++) {
      density[i] += TIE_BREAK * draws.gaussian();
    }
    int[] parent = new int[height * width];
    Step[] steps = steps(window);
    IntStream.range(0, height)
        .parallel()
        .filter(y -> !progress.cancelled())
        .forEach(y -> parents(lab, density, height, width, y, steps, parent));
    progress.check();
    return regions(parent, height, width);
  }

  /** A step to another pixel, with its squared length. */
  private record Step(int dy, int dx, int length) {}

  /** All steps within the window but the one that goes nowhere, the shortest first. */
  private static Step[] steps(int window) {
    List<Step> steps = new ArrayList<>();
    for (int dy = -window; dy <= window; dy++) {
      for (int dx = -window; dx <= window; dx++) {
        if (dy != 0 || dx != 0) {
          steps.add(new Step(dy, dx, dy * dy + dx * dx));
        }
      }
    }
    steps.sort(Comparator.comparingInt(Step::length));
    return steps.toArray(Step[]::new);
  }

  /**
   * For each pixel of a row the nearest one of higher density in its window, the first of equals,
   * or itself. No pixel is nearer than its place, so the search ends where steps get longer than
   * the nearest pixel found.
   */
  private void parents(
      double[][] lab, double[] density, int height, int width, int y, Step[] steps, int[] parent) {
    for (int x = 0; x < width; x++) {
      int p = y * width + x;
      int best = p;
      double closest = maxDistance * maxDistance;
      for (Step step : steps) {
        if (step.length > closest) {
          break;
        }
        int v = y + step.dy;
        int u = x + step.dx;
        int q = v * width + u;
        if (v >= 0 && v < height && u >= 0 && u < width && density[q] > density[p]) {
          double d = colour(lab, p, q) + step.length;
          if (d < closest || (d == closest && (best == p || q < best))) {
            closest = d;
            best = q;
          }
        }
      }
      parent[p] = best;
    }
  }

  private static double colour(double[][] lab, int p, int q) {
    double l = lab[0][p] - lab[0][q];
    double a = lab[1][p] - lab[1][q];
    double b = lab[2][p] - lab[2][q];
    return l * l + a * a + b * b;
  }

  /** Follows links to their roots. */
  private static Regions regions(int[] parent, int height, int width) {
    int[] roots = new int[parent.length];
    for (int p = 0; p < parent.length; p++) {
      int at = p;
      while (parent[at] != at) {
        at = parent[at];
      }
      roots[p] = at;
    }
    return Segmenter.regions(height, width, roots);
  }
}
