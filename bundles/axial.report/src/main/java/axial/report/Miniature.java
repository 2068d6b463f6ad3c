package axial.report;

import axial.data.Pixels;
import java.awt.image.BufferedImage;

/** A picture made small: each pixel is the mean grey value of the part that it stands for. */
final class Miniature {

  /** The longer side of every miniature, in pixels. */
  static final int SIDE = 128;

  private Miniature() {}

  /** The miniature as PNG; a picture that is smaller than {@link #SIDE} keeps its size. */
  static byte[] png(Pixels pixels) {
    double scale = Math.min(1, (double) SIDE / Math.max(pixels.width(), pixels.height()));
    int width = (int) Math.max(1, Math.round(pixels.width() * scale));
    int height = (int) Math.max(1, Math.round(pixels.height() * scale));
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.getRaster().setSample(x, y, 0, mean(pixels, x, y, width, height));
      }
    }
    return Pictures.png(picture);
  }

  private static int mean(Pixels pixels, int x, int y, int width, int height) {
    int top = (int) ((long) y * pixels.height() / height);
    int bottom = (int) Math.max(top + 1, (long) (y + 1) * pixels.height() / height);
    int left = (int) ((long) x * pixels.width() / width);
    int right = (int) Math.max(left + 1, (long) (x + 1) * pixels.width() / width);
    long sum = 0;
    for (int v = top; v < bottom; v++) {
      for (int u = left; u < right; u++) {
        for (int c = 0; c < pixels.channels(); c++) {
          sum += pixels.at(v, u, c);
        }
      }
    }
    return Math.round((float) sum / ((long) (bottom - top) * (right - left) * pixels.channels()));
  }
}
