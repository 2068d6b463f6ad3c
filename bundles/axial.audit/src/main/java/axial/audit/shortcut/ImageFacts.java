package axial.audit.shortcut;

import axial.data.Pixels;

/**
 * What can be said of a picture without a look at what it shows.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 or 3, as its file has them
 * @param brightness mean grey value, 0 to 255
 * @param border share of the picture that is a uniform frame around the rest, in [0, 1]
 * @param edge mean grey value of the outermost pixels, 0 to 255
 */
record ImageFacts(
    int width, int height, int channels, double brightness, double border, double edge) {

  /** How far a frame's grey values may be from those at the edge; a JPEG is never quite even. */
  private static final int TOLERANCE = 12;

  static ImageFacts of(Pixels pixels) {
    int width = pixels.width();
    int height = pixels.height();
    double sum = 0;
    double ring = 0;
    int ringed = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grey = grey(pixels, y, x);
        sum += grey;
        if (y == 0 || x == 0 || y == height - 1 || x == width - 1) {
          ring += grey;
          ringed++;
        }
      }
    }
    return new ImageFacts(
        width,
        height,
        pixels.channels(),
        sum / ((double) width * height),
        border(pixels),
        ring / ringed);
  }

  /** The frame has one grey value on all four sides; it ends where any other pixel begins. */
  private static double border(Pixels pixels) {
    int first = grey(pixels, 0, 0);
    int top = pixels.height();
    int bottom = -1;
    int left = pixels.width();
    int right = -1;
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        if (Math.abs(grey(pixels, y, x) - first) > TOLERANCE) {
          top = Math.min(top, y);
          bottom = y;
          left = Math.min(left, x);
          right = Math.max(right, x);
        }
      }
    }
    if (bottom < 0) {
      return 1;
    }
    double inner = (double) (bottom - top + 1) * (right - left + 1);
    return 1 - inner / ((double) pixels.width() * pixels.height());
  }

  /** Luminance as in ITU-R BT.601. */
  private static int grey(Pixels pixels, int y, int x) {
    return pixels.channels() == 1
        ? pixels.at(y, x, 0)
        : (299 * pixels.at(y, x, 0) + 587 * pixels.at(y, x, 1) + 114 * pixels.at(y, x, 2) + 500)
            / 1000;
  }
}
