package axial.lime;

import axial.data.Image;
import axial.explain.Regions;
import axial.job.Progress;
import axial.job.Seed;
import java.util.Arrays;

/**
 * Superpixels by k-means over place and colour within a window (Achanta et al., "SLIC superpixels
 * compared to state-of-the-art superpixel methods", 2012), as scikit-image 0.19 does it with labels
 * from 0. Nothing is left to chance.
 *
 * @param segments about how many superpixels
 * @param compactness weight of place against colour
 * @param sigma smoothing in pixels beforehand
 */
record Slic(int segments, double compactness, double sigma) implements Segmenter {

  private static final int ROUNDS = 10;
  private static final double SMALLEST = 0.5; // of the mean size
  private static final double LARGEST = 3;

  @Override
  public Regions segment(Image image, Seed seed, Progress progress) {
    Planes colours = Lab.of(Planes.of(image).stretched()).smoothed(sigma).times(1 / compactness);
    int height = colours.height();
    int width = colours.width();
    Grid wanted = Grid.of(height, width, segments);
    Clusters clusters = new Clusters(colours, wanted);
    for (int round = 0; round < ROUNDS; round++) {
      progress.check();
      clusters.assign();
      clusters.move();
    }
    double mean = (double) height * width / clusters.count;
    int[] connected =
        new ConnectedParts(clusters.nearest, height, width)
            .number((int) (SMALLEST * mean), (int) (LARGEST * mean));
    return new Regions(height, width, connected);
  }

  /**
   * Regularly spaced places, {@code step} apart from {@code start} on.
   *
   * @param startY first row
   * @param stepY rows from one to the next
   */
  private record Grid(int startY, int stepY, int startX, int stepX) {

    /** About {@code count} places, as far apart down as across where the image is wide enough. */
    static Grid of(int height, int width, int count) {
      if ((long) height * width <= count) {
        return new Grid(0, 1, 0, 1);
      }
      double down = Math.sqrt((double) height * width / count);
      double right = down;
      if (Math.min(height, width) < down) {
        boolean flat = height < width;
        down = flat ? height : (double) height / count;
        right = flat ? (double) width / count : width;
      }
      return new Grid(
          (int) Math.floor(down / 2),
          (int) Math.rint(down),
          (int) Math.floor(right / 2),
          (int) Math.rint(right));
    }

    int rows(int height) {
      return (height - startY + stepY - 1) / stepY;
    }

    int columns(int width) {
      return (width - startX + stepX - 1) / stepX;
    }
  }

  /** The centres in place and colour, and which of them each pixel belongs to. */
  private static final class Clusters {
    private final Planes colours;
    private final Grid window;
    private final double weight;
    final int count;
    private final double[] y;
    private final double[] x;
    private final double[][] colour;
    final int[] nearest;
    private final double[] distance;

    /** Centres on a grid, all of them black at first. */
    Clusters(Planes colours, Grid grid) {
      this.colours = colours;
      int columns = grid.columns(colours.width());
      this.count = grid.rows(colours.height()) * columns;
      this.window = Grid.of(colours.height(), colours.width(), count);
      double step = Math.max(grid.stepY(), grid.stepX());
      this.weight = 1 / (step * step);
      this.y = new double[count];
      this.x = new double[count];
      this.colour = new double[3][count];
      for (int k = 0; k < count; k++) {
        y[k] = grid.startY() + k / columns * grid.stepY();
        x[k] = grid.startX() + k % columns * grid.stepX();
      }
      this.nearest = new int[colours.pixels()];
      this.distance = new double[colours.pixels()];
    }

    /** Gives each pixel to the nearest centre whose window holds it, the first of equals. */
    void assign() {
      Arrays.fill(distance, Double.MAX_VALUE);
      for (int k = 0; k < count; k++) {
        if (Double.isNaN(y[k])) {
          continue; // it lost all of its pixels
        }
        int bottom = (int) Math.min(y[k] + 2 * window.stepY() + 1, colours.height());
        int right = (int) Math.min(x[k] + 2 * window.stepX() + 1, colours.width());
        for (int v = (int) Math.max(y[k] - 2 * window.stepY(), 0); v < bottom; v++) {
          for (int u = (int) Math.max(x[k] - 2 * window.stepX(), 0); u < right; u++) {
            int p = v * colours.width() + u;
            double d = ((y[k] - v) * (y[k] - v) + (x[k] - u) * (x[k] - u)) * weight + colour(p, k);
            if (d < distance[p]) {
              distance[p] = d;
              nearest[p] = k;
            }
          }
        }
      }
    }

    private double colour(int p, int k) {
      double sum = 0;
      for (int c = 0; c < 3; c++) {
        double difference = colours.values()[c][p] - colour[c][k];
        sum += difference * difference;
      }
      return sum;
    }

    /** Moves each centre to the mean of its pixels. */
    void move() {
      int[] sizes = new int[count];
      Arrays.fill(y, 0);
      Arrays.fill(x, 0);
      for (double[] plane : colour) {
        Arrays.fill(plane, 0);
      }
      for (int p = 0; p < nearest.length; p++) {
        int k = nearest[p];
        sizes[k]++;
        y[k] += p / colours.width();
        x[k] += p % colours.width();
        for (int c = 0; c < 3; c++) {
          colour[c][k] += colours.values()[c][p];
        }
      }
      for (int k = 0; k < count; k++) {
        y[k] /= sizes[k];
        x[k] /= sizes[k];
        for (double[] plane : colour) {
          plane[k] /= sizes[k];
        }
      }
    }
  }
}
