package axial.dedup.index;

import axial.data.Pixels;

/**
 * A grey picture. Nobody writes to {@code values} after construction.
 *
 * @param values unsigned bytes, row by row
 */
record Grey(int width, int height, byte[] values) {

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

  /** A part of it squeezed to a square: each value is the mean of the area it stands for. */
  byte[] squeezed(Box box, int side) {
    int[] column = new int[side];
    long[] sums = new long[side * side];
    for (int y = 0; y < box.height(); y++) {
      squeezeRow(box, y, column);
      int at = y * side;
      int end = at + side;
      for (int bin = at / box.height(); at < end; bin++) {
        int until = Math.min(end, (bin + 1) * box.height());
        for (int x = 0; x < side; x++) {
          sums[bin * side + x] += (long) column[x] * (until - at);
        }
        at = until;
      }
    }
    long area = (long) box.width() * box.height();
    byte[] squeezed = new byte[side * side];
    for (int i = 0; i < squeezed.length; i++) {
      squeezed[i] = (byte) ((sums[i] + area / 2) / area);
    }
    return squeezed;
  }

  private void squeezeRow(Box box, int y, int[] column) {
    int side = column.length;
    java.util.Arrays.fill(column, 0);
    int from = (box.top() + y) * width + box.left();
    int bin = 0;
    int edge = box.width();
    int at = 0;
    for (int x = 0; x < box.width(); x++) {
      int value = values[from + x] & 0xFF;
      int end = at + side;
      while (end >= edge && bin < side) {
        column[bin] += value * (edge - at);
        at = edge;
        edge += box.width();
        bin++;
      }
      if (at < end) {
        column[bin] += value * (end - at);
        at = end;
      }
    }
  }
}
