package axial.lime;

import axial.data.Image;
import axial.explain.Regions;
import axial.job.Progress;
import axial.job.Seed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Superpixels by merging along the cheapest edges of the pixel grid (Felzenszwalb and Huttenlocher,
 * "Efficient graph-based image segmentation", 2004), as scikit-image 0.19 does it. Nothing is left
 * to chance: edges of equal cost keep their order.
 *
 * @param scale the larger, the larger the superpixels
 * @param sigma smoothing in pixels beforehand
 * @param minSize the fewest pixels of a superpixel
 */
record Felzenszwalb(double scale, double sigma, int minSize) implements Segmenter {

  @Override
  public Regions segment(Image image, Seed seed, Progress progress) {
    Planes planes = Planes.of(image).smoothed(sigma);
    progress.check();
    Edges edges = Edges.of(planes);
    int[] order =
        IntStream.range(0, edges.cost.length)
            .boxed()
            .sorted(Comparator.comparingDouble(e -> edges.cost[e]))
            .mapToInt(Integer::intValue)
            .toArray();
    progress.check();
    Forest forest = new Forest(planes.pixels());
    for (int e : order) {
      int a = forest.root(edges.from[e]);
      int b = forest.root(edges.to[e]);
      if (a != b && edges.cost[e] < Math.min(bound(forest, a), bound(forest, b))) {
        forest.join(a, b, edges.cost[e]);
      }
    }
    for (int e : order) {
      int a = forest.root(edges.from[e]);
      int b = forest.root(edges.to[e]);
      if (a != b && Math.min(forest.size[a], forest.size[b]) < minSize) {
        forest.join(a, b, edges.cost[e]);
      }
    }
    return forest.regions(planes.height(), planes.width());
  }

  /** The most that an edge to a part may cost; in 4-byte floats, as the reference has it. */
  private float bound(Forest forest, int root) {
    return (float) (forest.within[root] + scale / 255 / forest.size[root]);
  }

  /** Neighbours, diagonal ones included, and how far apart their colours are. */
  private static final class Edges {
    final int[] from;
    final int[] to;
    final double[] cost;
    private int count;

    private Edges(int size) {
      from = new int[size];
      to = new int[size];
      cost = new double[size];
    }

    static Edges of(Planes planes) {
      int h = planes.height();
      int w = planes.width();
      Edges edges = new Edges(h * (w - 1) + (h - 1) * w + 2 * (h - 1) * (w - 1));
      edges.add(planes, 0, 1);
      edges.add(planes, 1, 0);
      edges.add(planes, 1, 1);
      edges.add(planes, 1, -1);
      return edges;
    }

    /** All edges of one direction, row by row. */
    private void add(Planes planes, int down, int right) {
      int w = planes.width();
      for (int y = 0; y + down < planes.height(); y++) {
        for (int x = Math.max(0, -right); x < w - Math.max(0, right); x++) {
          int p = y * w + x;
          int q = p + down * w + right;
          double sum = 0;
          for (double[] plane : planes.values()) {
            sum += (plane[q] - plane[p]) * (plane[q] - plane[p]);
          }
          from[count] = p;
          to[count] = q;
          cost[count++] = Math.sqrt(sum);
        }
      }
    }
  }

  /** Parts of the image; a part's root is its first pixel. */
  private static final class Forest {
    private final int[] parent;
    final int[] size;

    /** The cost of the last edge that made the part, its dearest. */
    final double[] within;

    Forest(int pixels) {
      parent = IntStream.range(0, pixels).toArray();
      size = new int[pixels];
      Arrays.fill(size, 1);
      within = new double[pixels];
    }

    int root(int pixel) {
      int at = pixel;
      while (parent[at] != at) {
        parent[at] = parent[parent[at]];
        at = parent[at];
      }
      return at;
    }

    void join(int a, int b, double cost) {
      int root = Math.min(a, b);
      parent[Math.max(a, b)] = root;
      size[root] = size[a] + size[b];
      within[root] = cost;
    }

    Regions regions(int height, int width) {
      int[] roots = IntStream.range(0, parent.length).map(this::root).toArray();
      return Segmenter.regions(height, width, roots);
    }
  }
}
