package axial.dedup.look;

import axial.data.Pixels;
import java.util.Arrays;

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
    int[] row = new int[(int) Math.ceil(frame.left() + frame.width()) - first];
    double[] columns = new double[side];
    double[] means = new double[side * side];
    int bottom = (int) Math.ceil(frame.top() + frame.height());
    for (int y = (int) Math.floor(frame.top()); y < bottom; y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = frame.inside(y, first + x) ? at(y, first + x) : frame.background();
      }
      Arrays.fill(columns, 0);
      for (int x = 0; x < row.length; x++) {
        spread(row[x], first + x - frame.left(), side / frame.width(), columns);
      }
      double from = Math.max(0, (y - frame.top()) * side / frame.height());
      double to = Math.min(side, (y + 1 - frame.top()) * side / frame.height());
      for (int bin = (int) from; bin < to; bin++) {
        double share = Math.min(to, bin + 1) - Math.max(from, bin);
        for (int x = 0; x < side; x++) {
          means[bin * side + x] += share * columns[x];
        }
      }
    }
    byte[] squeezed = new byte[side * side];
    for (int i = 0; i < squeezed.length; i++) {
      squeezed[i] = (byte) Math.round(means[i] + HALF_UP);
    }
    return squeezed;
  }

  /** Adds a pixel that begins at {@code place} to the bins that it covers when scaled. */
  private static void spread(int value, double place, double scale, double[] bins) {
    double from = Math.max(0, place * scale);
    double to = Math.min(bins.length, (place + 1) * scale);
    for (int bin = (int) from; bin < to; bin++) {
      bins[bin] += (Math.min(to, bin + 1) - Math.max(from, bin)) * value;
    }
  }
}
