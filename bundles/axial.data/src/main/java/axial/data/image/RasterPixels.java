package axial.data.image;

import axial.data.Pixels;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Takes 8-bit samples from a decoded raster. Java's own conversion to RGB is not used, because it
 * takes grey for linear light and brightens it.
 */
final class RasterPixels {

  private RasterPixels() {}

  /** The first {@code channels} bands; what comes after them is alpha. */
  static Pixels of(Raster raster, int channels, ColorModel colours) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] data = new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
    int[] row = new int[width];
    for (int c = 0; c < channels; c++) {
      int bits = colours.getComponentSize(c);
      for (int y = 0; y < height; y++) {
        raster.getSamples(0, y, width, 1, c, row);
        for (int x = 0; x < width; x++) {
          data[(y * width + x) * channels + c] = (byte) eightBits(row[x], bits);
        }
      }
    }
    return new Pixels(width, height, channels, data);
  }

  /** The colours that the samples stand for: grey when the whole palette is. */
  static Pixels ofPalette(Raster raster, IndexColorModel palette) {
    int channels = grey(palette) ? 1 : 3;
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] data = new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        int at = (y * width + x) * channels;
        data[at] = (byte) palette.getRed(row[x]);
        if (channels == 3) {
          data[at + 1] = (byte) palette.getGreen(row[x]);
          data[at + 2] = (byte) palette.getBlue(row[x]);
        }
      }
    }
    return new Pixels(width, height, channels, data);
  }

  private static int eightBits(int value, int bits) {
    return bits > 8 ? value >> (bits - 8) : bits == 8 ? value : value * 255 / ((1 << bits) - 1);
  }

  private static boolean grey(IndexColorModel palette) {
    for (int i = 0; i < palette.getMapSize(); i++) {
      if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
        return false;
      }
    }
    return true;
  }
}
