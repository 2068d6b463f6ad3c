package axial.lime;

/**
 * All that a weighted linear model needs to know of samples: sums over them. Sums of two sets of
 * samples add up to those of both, so parts of the samples are fitted without going through them
 * again. Answers are counted from an offset, which keeps digits when they hardly differ.
 */
final class Moments {

  private final int regions;
  private final double offset;
  private double weight;
  private double target;
  private double targetSquared;
  private final double[] shown;
  private final double[] shownTarget;

  /** Row by row up to the diagonal. */
  private final double[] both;

  /** No samples yet of an image of so many regions. */
  Moments(int regions, double offset) {
    this.regions = regions;
    this.offset = offset;
    this.shown = new double[regions];
    this.shownTarget = new double[regions];
    this.both = new double[Math.multiplyExact(regions, regions + 1) / 2];
  }

  /** None yet, of the same image and offset. */
  Moments empty() {
    return new Moments(regions, offset);
  }

  /** Counts one sample: the regions that it shows, what the model said, and its weight. */
  void add(boolean[] mask, double answer, double sampleWeight) {
    double t = answer - offset;
    weight += sampleWeight;
    target += sampleWeight * t;
    targetSquared += sampleWeight * t * t;
    int[] set = new int[regions];
    int count = 0;
    for (int r = 0; r < regions; r++) {
      if (mask[r]) {
        set[count++] = r;
        shown[r] += sampleWeight;
        shownTarget[r] += sampleWeight * t;
        int row = r * (r + 1) / 2;
        for (int i = 0; i < count; i++) {
          both[row + set[i]] += sampleWeight;
        }
      }
    }
  }

  /** Counts the samples of others of the same image and offset. */
  void add(Moments others) {
    if (regions != others.regions || offset != others.offset) {
      throw new IllegalArgumentException("These moments are about different things.");
    }
    weight += others.weight;
    target += others.target;
    targetSquared += others.targetSquared;
    add(others.shown, shown);
    add(others.shownTarget, shownTarget);
    add(others.both, both);
  }

  private static void add(double[] values, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += values[i];
    }
  }

  /** How many regions the image has. */
  int regions() {
    return regions;
  }

  /** The weighted mean of the answers. */
  double meanTarget() {
    return offset + target / weight;
  }

  /** The weighted share of samples that show a region. */
  double mean(int region) {
    return shown[region] / weight;
  }

  /** The weighted sum of squares of the answers around their mean. */
  double spread() {
    return targetSquared - target * target / weight;
  }

  /** The weighted sum of products of two regions around their means. */
  double product(int a, int b) {
    int high = Math.max(a, b);
    return both[high * (high + 1) / 2 + Math.min(a, b)] - shown[a] * shown[b] / weight;
  }

  /** The weighted sum of products of a region and the answers around their means. */
  double product(int region) {
    return shownTarget[region] - shown[region] * target / weight;
  }
}
