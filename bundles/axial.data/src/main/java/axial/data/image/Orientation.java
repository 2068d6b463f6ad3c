package axial.data.image;

import axial.data.Pixels;

/** Turns a picture upright by the eight orientations of EXIF 2.3 (tag 0x0112). */
final class Orientation {

  private Orientation() {}

  /**
   * The picture as it is meant to be seen.
   *
   * @param orientation 1 (as stored) to 8; anything else counts as 1
   */
  static Pixels turned(Pixels in, int orientation) {
    if (orientation < 2 || orientation > 8) {
      return in;
    }
    boolean transposed = orientation >= 5;
    boolean fromBottom =
        orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    boolean fromRight =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    int width = transposed ? in.height() : in.width();
    int height = transposed ? in.width() : in.height();
    int channels = in.channels();
    byte[] data = new byte[in.data().length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int down = transposed ? x : y;
        int across = transposed ? y : x;
        int row = fromBottom ? in.height() - 1 - down : down;
        int column = fromRight ? in.width() - 1 - across : across;
        System.arraycopy(
            in.data(),
            (row * in.width() + column) * channels,
            data,
            (y * width + x) * channels,
            channels);
      }
    }
    return new Pixels(width, height, channels, data);
  }
}
