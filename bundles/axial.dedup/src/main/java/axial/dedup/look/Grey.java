package axial.dedup.look;

import axial.data.Pixels;

/**
 * A grey picture. Nobody writes to {@code values} after construction.
 *
 * @param values unsigned bytes, row by row
 */
record Grey(int width, int height, byte[] values) {

  private static final double HALF_UP = 1e-9; // more than the rounding of the sums

  /**
   * The picture in grey; colours become their luma of ITU-R BT.601, rounded, as Pillow's mode L has
   * it.
   */
  static Grey of(Pixels pixels) {
    if (pixels.channels() == 1) {
      return new Grey(pixels.width(), pixels.height(), pixels.data());
    }
    byte[] data = pixels.data();
    byte[] grey = new byte[data.length / 3];
    for (int i = 0, from = 0; i < grey.length; i++, from += 3) {
      int luma =
          19595 * (data[from] & 0xFF)
              + 38470 * (data[from + 1] & 0xFF)
              + 7471 * (data[from + 2] & 0xFF);
      grey[i] = (byte) ((luma + 0x8000) >> 16);
    }
    return new Grey(pixels.width(), pixels.height(), grey);
  }

  /** One value, 0 to 255. */
  int at(int row, int column) {
    return values[row * width + column] & 0xFF;
  }

  /**
   * What a frame shows, squeezed to a square of that side: each value is the mean of the area that
   * it stands for, rounded.
   */
  byte[] squeezed(Frame frame, int side) {
    int first = (int) Math.floor(frame.left());
    int[] before = new int[(int) Math.ceil(frame.left() + frame.width()) - first + 1];
    double[] columns = new double[side];
    double[] sums = new double[side * side];
    int bottom = (int) Math.ceil(frame.top() + frame.height());
    for (int y = (int) Math.floor(frame.top()); y < bottom; y++) {
      for (int x = 0; x < before.length - 1; x++) {
        int value = frame.inside(y, first + x) ? at(y, first + x) : frame.background();
        before[x + 1] = before[x] + value;
      }
      squeezeRow(before, frame.left() - first, frame.width(), columns);
      double from = Math.max(0, (y - frame.top()) * side / frame.height());
      double to = Math.min(side, (y + 1 - frame.top()) * side / frame.height());
      for (int bin = (int) from; bin < to; bin++) {
        double share = Math.min(to, bin + 1) - Math.max(from, bin);
        for (int x = 0; x < side; x++) {
          sums[bin * side + x] += share * columns[x];
        }
      }
    }
    byte[] squeezed = new byte[side * side];
    for (int i = 0; i < squeezed.length; i++) {
      squeezed[i] = (byte) Math.round(sums[i] * side / frame.width() + HALF_UP);
    }
    return squeezed;
  }

  /**
   * The sum that falls on each bin of a row, pixels counted by the parts that do.
   *
   * @param before the sum of all values before each pixel, and of all
   */
  private static void squeezeRow(int[] before, double left, double width, double[] bins) {
    double last = sumBefore(before, left);
    for (int bin = 0; bin < bins.length; bin++) {
      double next = sumBefore(before, left + (bin + 1) * width / bins.length);
      bins[bin] = next - last;
      last = next;
    }
  }

  private static double sumBefore(int[] before, double place) {
    int pixel = Math.min((int) place, before.length - 2);
    return before[pixel] + (place - pixel) * (before[pixel + 1] - before[pixel]);
  }
}
