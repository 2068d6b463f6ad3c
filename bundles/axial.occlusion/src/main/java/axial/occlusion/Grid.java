package axial.occlusion;

import axial.explain.Regions;

/**
 * Where patches are put on an image, and the cells that they cover. The first patches begin above
 * and left of the image, so that each cell is covered by equally many.
 *
 * @param height of the image
 * @param width of the image
 * @param patch side of a patch in pixels
 * @param stride pixels from one patch to the next, at most {@code patch}; also the side of a cell
 */
record Grid(int height, int width, int patch, int stride) {

  /** A patch as far as it lies in the image: from its first row and column to before its last. */
  record Patch(int top, int bottom, int left, int right) {}

  /** How many cells there are. */
  long cells() {
    return (long) steps(height) * steps(width);
  }

  /** How many patches there are. */
  int patches() {
    return Math.multiplyExact(steps(height) + before(), steps(width) + before());
  }

  private int steps(int length) {
    return (length + stride - 1) / stride;
  }

  /** Patches that begin before the image and reach into it. */
  private int before() {
    return (patch + stride - 1) / stride - 1;
  }

  /** One of the patches, counted row by row. */
  Patch patch(int number) {
    int across = steps(width) + before();
    int top = (number / across - before()) * stride;
    int left = (number % across - before()) * stride;
    return new Patch(
        Math.max(0, top),
        Math.min(height, top + patch),
        Math.max(0, left),
        Math.min(width, left + patch));
  }

  /** The cells, counted row by row. */
  Regions regions() {
    int[] numbers = new int[height * width];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = p / width / stride * steps(width) + p % width / stride;
    }
    return new Regions(height, width, numbers);
  }

  /**
   * For each cell the mean of what its patches say, each counted by how many of the cell's pixels
   * it covers.
   *
   * @param values one for each patch
   */
  double[] means(double[] values, Regions regions) {
    double[] sums = new double[regions.count()];
    long[] counts = new long[regions.count()];
    for (int i = 0; i < values.length; i++) {
      Patch at = patch(i);
      for (int y = at.top(); y < at.bottom(); y++) {
        for (int x = at.left(); x < at.right(); x++) {
          int cell = regions.at(y, x);
          sums[cell] += values[i];
          counts[cell]++;
        }
      }
    }
    for (int cell = 0; cell < sums.length; cell++) {
      sums[cell] /= counts[cell];
    }
    return sums;
  }
}
