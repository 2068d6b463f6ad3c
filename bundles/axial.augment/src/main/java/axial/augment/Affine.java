package axial.augment;

import axial.data.Image;
import axial.data.Shape;

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
 */
record Affine(
    double theta,
    double tx,
    double ty,
    double shear,
    double zx,
    double zy,
    boolean flipHorizontal,
    boolean flipVertical) {

  /** The transform that changes nothing. */
  static Affine identity() {
    return new Affine(0, 0, 0, 0, 1, 1, false, false);
  }

  /**
   * The transformed image. The matrix takes an output position (row, column) to an input position
   * about the centre; values are bilinear, and beyond the edge the nearest pixel counts.
   */
  Image apply(Image image) {
    Shape shape = image.shape();
    int height = shape.height();
    int width = shape.width();
    int channels = shape.channels();
    double[] m = matrix();
    double centreRow = height / 2.0 - 0.5;
    double centreColumn = width / 2.0 - 0.5;
    float[] in = image.values();
    float[] out = new float[in.length];
    for (int y = 0; y < height; y++) {
      int row = flipVertical ? height - 1 - y : y;
      double dy = y - centreRow;
      for (int x = 0; x < width; x++) {
        int column = flipHorizontal ? width - 1 - x : x;
        double dx = x - centreColumn;
        double fromRow = clamp(m[0] * dy + m[1] * dx + m[2] + centreRow, height - 1);
        double fromColumn = clamp(m[3] * dy + m[4] * dx + m[5] + centreColumn, width - 1);
        int r0 = (int) fromRow;
        int c0 = (int) fromColumn;
        double down = fromRow - r0;
        double right = fromColumn - c0;
        int here = (r0 * width + c0) * channels;
        int below = r0 + 1 < height ? here + width * channels : here;
        int step = c0 + 1 < width ? channels : 0;
        int to = (row * width + column) * channels;
        if (channels == 3) { // as below, in half the time
          out[to] = between(in, here, below, step, right, down);
          out[to + 1] = between(in, here + 1, below + 1, step, right, down);
          out[to + 2] = between(in, here + 2, below + 2, step, right, down);
        } else {
          for (int c = 0; c < channels; c++) {
            out[to + c] = between(in, here + c, below + c, step, right, down);
          }
        }
      }
    }
    return new Image(shape, out);
  }

  /** Bilinear between four values: this one and the one to its right, here and below. */
  private static float between(
      float[] in, int here, int below, int step, double right, double down) {
    double top = in[here] * (1 - right) + in[here + step] * right;
    double bottom = in[below] * (1 - right) + in[below + step] * right;
    return (float) (top * (1 - down) + bottom * down);
  }

  private static double clamp(double position, double last) {
    return position > 0 ? (position < last ? position : last) : 0;
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
