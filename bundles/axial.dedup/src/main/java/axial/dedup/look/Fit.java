package axial.dedup.look;

/**
 * How much of another content is explained by this one after a change of brightness and contrast
 * and a small shift and stretch: a linear least-squares fit of the other by this one's values and
 * its four derivatives by shift and stretch along each axis (one step of the method of Lucas and
 * Kanade, 1981). Immutable.
 */
public final class Fit {

  private static final int TERMS = 5;
  private static final double RIDGE = 1e-9;

  /** Products of two terms, each at most 31 * 255, that fit into 31 bits together. */
  private static final int TERM_PAIRS = 32;

  /** Products of a term and a value of at most 255 that do. */
  private static final int TARGETS = 1024;

  private final int side;
  private final int inner; // derivatives need both neighbours
  private final int[][] terms;
  private final double[] means = new double[TERMS];
  private final double[] deviations = new double[TERMS];
  private final double[][] factor = new double[TERMS][TERMS];

  /**
   * What the fit says.
   *
   * @param correlation of the two contents as they are, -1 to 1
   * @param residual share of the other's contrast that stays unexplained, 0 to 1
   */
  public record Result(double correlation, double residual) {}

  /**
   * Fits by that content.
   *
   * @param content {@code side * side} unsigned bytes, row by row
   * @param side rows and columns, 3 to {@link Look#SIDE}
   */
  public Fit(byte[] content, int side) {
    this.side = side;
    inner = side - 2;
    terms = new int[TERMS][inner * inner];
    for (int y = 0; y < inner; y++) {
      for (int x = 0; x < inner; x++) {
        int at = (y + 1) * side + x + 1;
        int across = (content[at + 1] & 0xFF) - (content[at - 1] & 0xFF);
        int down = (content[at + side] & 0xFF) - (content[at - side] & 0xFF);
        int i = y * inner + x;
        terms[0][i] = content[at] & 0xFF;
        terms[1][i] = across;
        terms[2][i] = down;
        terms[3][i] = (x - inner / 2) * across;
        terms[4][i] = (y - inner / 2) * down;
      }
    }
    double count = inner * inner;
    for (int p = 0; p < TERMS; p++) {
      means[p] = sum(terms[p]) / count;
    }
    for (int p = 0; p < TERMS; p++) {
      deviations[p] =
          Math.sqrt(
              Math.max(0, product(terms[p], terms[p], TERM_PAIRS) / count - means[p] * means[p]));
    }
    factorise(count);
  }

  /** The Cholesky factor of the correlations of the terms. */
  private void factorise(double count) {
    for (int p = 0; p < TERMS; p++) {
      for (int q = 0; q <= p; q++) {
        double spread = deviations[p] * deviations[q];
        double value =
            p == q
                ? 1 + RIDGE
                : spread == 0
                    ? 0
                    : (product(terms[p], terms[q], TERM_PAIRS) / count - means[p] * means[q])
                        / spread;
        for (int k = 0; k < q; k++) {
          value -= factor[p][k] * factor[q][k];
        }
        factor[p][q] = p == q ? Math.sqrt(Math.max(RIDGE, value)) : value / factor[q][q];
      }
    }
  }

  /** How well this content explains that one. */
  public Result explain(byte[] other) {
    int[] target = new int[inner * inner];
    for (int y = 0; y < inner; y++) {
      for (int x = 0; x < inner; x++) {
        target[y * inner + x] = other[(y + 1) * side + x + 1] & 0xFF;
      }
    }
    double count = inner * inner;
    double mean = sum(target) / count;
    double deviation =
        Math.sqrt(Math.max(0, product(target, target, TARGETS) / count - mean * mean));
    if (deviation == 0 || deviations[0] == 0) {
      return new Result(0, 1);
    }
    double[] solved = new double[TERMS];
    double explained = 0;
    double correlation = 0;
    for (int p = 0; p < TERMS; p++) {
      double value =
          deviations[p] == 0
              ? 0
              : (product(terms[p], target, TARGETS) / count - means[p] * mean)
                  / (deviations[p] * deviation);
      correlation = p == 0 ? value : correlation;
      for (int k = 0; k < p; k++) {
        value -= factor[p][k] * solved[k];
      }
      solved[p] = value / factor[p][p];
      explained += solved[p] * solved[p];
    }
    return new Result(correlation, Math.min(1, Math.max(0, 1 - explained)));
  }

  private static double sum(int[] values) {
    int sum = 0; // at most 2^12 values below 2^13
    for (int value : values) {
      sum += value;
    }
    return sum;
  }

  /**
   * The sum of the products, in whole numbers of 32 bits, which the compiler turns into vector
   * instructions, as many at once as cannot overflow.
   */
  private static double product(int[] a, int[] b, int atOnce) {
    long sum = 0;
    for (int from = 0; from < a.length; from += atOnce) {
      sum += product(a, b, from, Math.min(a.length, from + atOnce));
    }
    return sum;
  }

  private static int product(int[] a, int[] b, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
