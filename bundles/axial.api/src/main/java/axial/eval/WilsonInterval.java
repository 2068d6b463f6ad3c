package axial.eval;

/**
 * The 95 % score interval of a rate (Wilson, "Probable inference, the law of succession, and
 * statistical inference", Journal of the American Statistical Association 22, 1927).
 *
 * @param low lower bound, in [0, 1]
 * @param high upper bound, in [0, 1]
 */
public record WilsonInterval(double low, double high) {

  private static final double Z = 1.959963984540054;

  /**
   * The interval of {@code hits} out of {@code trials}.
   *
   * @throws IllegalArgumentException when there is no trial, or more hits than trials
   */
  public static WilsonInterval of(int hits, int trials) {
    if (trials < 1 || hits < 0 || hits > trials) {
      throw new IllegalArgumentException(
          "A rate of %d out of %d is not possible.".formatted(hits, trials));
    }
    double n = trials;
    double p = hits / n;
    double centre = p + Z * Z / (2 * n);
    double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    return new WilsonInterval(
        Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
  }
}
