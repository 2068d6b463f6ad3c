package axial.augment.geometry;

/**
 * One affine transform of Keras 2.4's {@code ImageDataGenerator}, before the change of 2020 that
 * swapped rows and columns.
 *
 * @param theta rotation in degrees
 * @param tx shift along the rows' axis, in pixels
 * @param ty shift along the columns' axis, in pixels
 * @param shear in degrees
 * @param zx zoom along the rows' axis; below 1 magnifies
 * @param zy zoom along the columns' axis
 * @param flipHorizontal whether left and right are swapped, after all else
 * @param flipVertical whether top and bottom are swapped, after all else
 */
public record Affine(
    double theta,
    double tx,
    double ty,
    double shear,
    double zx,
    double zy,
    boolean flipHorizontal,
    boolean flipVertical) {

  /** The transform that changes nothing. */
  public static Affine identity() {
    return new Affine(0, 0, 0, 0, 1, 1, false, false);
  }

  /** Whether it takes every pixel to a pixel: it flips at most. */
  public boolean keepsPixels() {
    return theta == 0 && tx == 0 && ty == 0 && shear == 0 && zx == 1 && zy == 1;
  }

  /**
   * The positions in an image of this size. The matrix takes an output position (row, column) to an
   * input position about the centre.
   */
  public Positions positions(int height, int width) {
    double[] m = matrix();
    double centreRow = height / 2.0 - 0.5;
    double centreColumn = width / 2.0 - 0.5;
    return (y, rows, columns) -> {
      double dy = (flipVertical ? height - 1 - y : y) - centreRow;
      for (int x = 0; x < width; x++) {
        double dx = (flipHorizontal ? width - 1 - x : x) - centreColumn;
        rows[x] = m[0] * dy + m[1] * dx + m[2] + centreRow;
        columns[x] = m[3] * dy + m[4] * dx + m[5] + centreColumn;
      }
    };
  }

  /** Rotation x shift x shear x zoom; the first two rows, six numbers. */
  private double[] matrix() {
    double t = StrictMath.toRadians(theta);
    double s = StrictMath.toRadians(shear);
    double cos = StrictMath.cos(t);
    double sin = StrictMath.sin(t);
    double[] m = {cos, -sin, 0, sin, cos, 0};
    m = product(m, new double[] {1, 0, tx, 0, 1, ty});
    m = product(m, new double[] {1, -StrictMath.sin(s), 0, 0, StrictMath.cos(s), 0});
    return product(m, new double[] {zx, 0, 0, 0, zy, 0});
  }

  private static double[] product(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] + a[1] * b[3],
      a[0] * b[1] + a[1] * b[4],
      a[0] * b[2] + a[1] * b[5] + a[2],
      a[3] * b[0] + a[4] * b[3],
      a[3] * b[1] + a[4] * b[4],
      a[3] * b[2] + a[4] * b[5] + a[5]
    };
  }
}
