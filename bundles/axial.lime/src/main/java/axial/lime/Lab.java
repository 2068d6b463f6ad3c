package axial.lime;

/** CIE L*a*b* for sRGB under D65 and the 2 degree observer, as scikit-image computes it. */
final class Lab {

  private static final double[][] TO_XYZ = {
    {0.412453, 0.357580, 0.180423}, {0.212671, 0.715160, 0.072169}, {0.019334, 0.119193, 0.950227}
  };
  private static final double[] WHITE = {0.95047, 1.0, 1.08883};

  private Lab() {}

  /** L, a and b of red, green and blue in [0, 1]; L is in [0, 100]. */
  static Planes of(Planes colours) {
    int pixels = colours.pixels();
    double[][] lab = new double[3][pixels];
    double[] rgb = new double[3];
    double[] f = new double[3];
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < 3; c++) {
        rgb[c] = linear(colours.values()[c][p]);
      }
      for (int c = 0; c < 3; c++) {
        double xyz = TO_XYZ[c][0] * rgb[0] + TO_XYZ[c][1] * rgb[1] + TO_XYZ[c][2] * rgb[2];
        double t = xyz / WHITE[c];
        f[c] = t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116.0;
      }
      lab[0][p] = 116 * f[1] - 16;
      lab[1][p] = 500 * (f[0] - f[1]);
      lab[2][p] = 200 * (f[1] - f[2]);
    }
    return new Planes(colours.height(), colours.width(), lab);
  }

  private static double linear(double value) {
    return value > 0.04045 ? Math.pow((value + 0.055) / 1.055, 2.4) : value / 12.92;
  }
}
