package axial.eval.classification;

/**
 * The 95 % score interval of a rate (Wilson, "Probable inference, the law of succession, and
 * statistical inference", 1927).
 */
record Wilson(double low, double high) {

  private static final double Z = 1.959963984540054;

  /** The interval of {@code hits} out of {@code trials}, at least one trial. */
  static Wilson of(int hits, int trials) {
    double n = trials;
    double p = hits / n;
    double centre = p + Z * Z / (2 * n);
    double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    return new Wilson(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
  }
}
