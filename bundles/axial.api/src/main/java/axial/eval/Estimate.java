package axial.eval;

import java.util.Locale;

/**
 * A number that was measured on some samples, with the 95 % interval for what it would be on all.
 *
 * @param value as measured
 * @param low lower end of the interval; NaN where no interval can be given
 * @param high upper end of the interval; NaN where no interval can be given
 */
public record Estimate(double value, double low, double high) {

  /** The 0.975 quantile of the normal distribution. */
  public static final double NORMAL_QUANTILE = 1.959963984540054;

  /** A number without an interval. */
  public static Estimate without(double value) {
    return new Estimate(value, Double.NaN, Double.NaN);
  }

  /**
   * A share with its score interval (Wilson, "Probable inference, the law of succession, and
   * statistical inference", 1927).
   *
   * @param hits how many of the trials
   * @param trials at least 1
   */
  public static Estimate share(int hits, int trials) {
    if (trials < 1 || hits < 0 || hits > trials) {
      throw new IllegalArgumentException(
          "A share needs at least one trial and no more hits than trials; these are %d of %d."
              .formatted(hits, trials));
    }
    double z = NORMAL_QUANTILE;
    double n = trials;
    double p = hits / n;
    double centre = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double scale = 1 + z * z / n;
    return new Estimate(
        p, Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
  }

  /**
   * The mean recall with an interval: the score intervals of the recalls, which come from different
   * samples, are joined by squares (Zou and Donner, "Construction of confidence limits about effect
   * measures", 2008; for two classes it is Newcombe's interval of 1998 for a difference of shares).
   *
   * @param matrix of at least one sample
   */
  public static Estimate balancedAccuracy(ConfusionMatrix matrix) {
    double below = 0;
    double above = 0;
    int present = 0;
    for (int c = 0; c < matrix.labels().count(); c++) {
      if (matrix.support(c) > 0) {
        Estimate recall = share(matrix.count(c, c), matrix.support(c));
        below += Math.pow(recall.value() - recall.low(), 2);
        above += Math.pow(recall.high() - recall.value(), 2);
        present++;
      }
    }
    double value = matrix.balancedAccuracy();
    return new Estimate(
        value,
        Math.max(0, value - Math.sqrt(below) / present),
        Math.min(1, value + Math.sqrt(above) / present));
  }

  /** Whether there is an interval. */
  public boolean hasInterval() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Such as "0.912 (0.874 to 0.940)". */
  public String text() {
    return hasInterval()
        ? String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
