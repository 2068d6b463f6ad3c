package axial.view.part;

import axial.data.Image;
import axial.data.Pixels;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/** Pictures of the services as pictures of Java2D. On any thread. */
public final class Bitmaps {

  private Bitmaps() {}

  /** The same picture; a grey one shares the bytes of {@code pixels}, which nobody may write to. */
  public static BufferedImage of(Pixels pixels) {
    if (pixels.channels() == 1) {
      return grey(pixels.width(), pixels.height(), pixels.data());
    }
    BufferedImage colour =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    int[] target = ((DataBufferInt) colour.getRaster().getDataBuffer()).getData();
    byte[] from = pixels.data();
    for (int i = 0; i < target.length; i++) {
      target[i] = rgb(from[i * 3] & 0xFF, from[i * 3 + 1] & 0xFF, from[i * 3 + 2] & 0xFF);
    }
    return colour;
  }

  /** An image of one or three channels; values outside [0, 1] are drawn as black or white. */
  public static BufferedImage of(Image image) {
    int width = image.shape().width();
    int height = image.shape().height();
    float[] values = image.values();
    if (image.shape().channels() == 1) {
      byte[] bytes = new byte[values.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) level(values[i]);
      }
      return grey(width, height, bytes);
    }
    int channels = image.shape().channels();
    if (channels < 3) {
      throw new IllegalArgumentException(
          "An image of " + channels + " channels is neither grey nor in colour.");
    }
    BufferedImage colour = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] target = ((DataBufferInt) colour.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < target.length; i++) {
      int at = i * channels;
      target[i] = rgb(level(values[at]), level(values[at + 1]), level(values[at + 2]));
    }
    return colour;
  }

  /** A mask as an overlay: clear outside, the colour where the mask is 0.5 or more. */
  public static BufferedImage mask(Image mask, Color colour) {
    int width = mask.shape().width();
    int channels = mask.shape().channels();
    BufferedImage overlay =
        new BufferedImage(width, mask.shape().height(), BufferedImage.TYPE_INT_ARGB);
    int[] target = ((DataBufferInt) overlay.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < target.length; i++) {
      target[i] = mask.values()[i * channels] >= 0.5f ? colour.getRGB() : 0;
    }
    return overlay;
  }

  /** A grey mask as an overlay: clear where it is below 128, else of that colour. */
  public static BufferedImage mask(Pixels mask, Color colour) {
    BufferedImage overlay =
        new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_INT_ARGB);
    int[] target = ((DataBufferInt) overlay.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < target.length; i++) {
      target[i] = (mask.data()[i * mask.channels()] & 0xFF) >= 128 ? colour.getRGB() : 0;
    }
    return overlay;
  }

  /** A picture through window and level; a grey one of {@link #of} costs nothing but a table. */
  static BufferedImage windowed(BufferedImage picture, Windowing windowing) {
    if (windowing.equals(Windowing.NEUTRAL)) {
      return picture;
    }
    byte[] table = windowing.table();
    byte[] levels = levels(picture);
    if (levels != null) {
      return new BufferedImage(
          new IndexColorModel(8, 256, table, table, table), picture.getRaster(), false, null);
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage shown = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int pixel = row[x];
        row[x] =
            (pixel & 0xFF000000)
                | rgb(
                    table[pixel >> 16 & 0xFF] & 0xFF,
                    table[pixel >> 8 & 0xFF] & 0xFF,
                    table[pixel & 0xFF] & 0xFF);
      }
      shown.setRGB(0, y, width, 1, row, 0, width);
    }
    return shown;
  }

  /** Whether {@link #windowed} costs nothing but a table. */
  static boolean isGrey(BufferedImage picture) {
    return levels(picture) != null;
  }

  private static byte @Nullable [] levels(BufferedImage picture) {
    return picture.getColorModel() instanceof IndexColorModel colours
            && colours.getMapSize() == 256
            && picture.getRaster().getDataBuffer() instanceof DataBufferByte bytes
            && colours.getRGB(1) == 0xFF010101
            && colours.getRGB(254) == 0xFFFEFEFE
        ? bytes.getData()
        : null;
  }

  private static BufferedImage grey(int width, int height, byte[] bytes) {
    byte[] same = Windowing.NEUTRAL.table();
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(bytes, bytes.length), width, height, width, 1, new int[] {0}, null);
    return new BufferedImage(new IndexColorModel(8, 256, same, same, same), raster, false, null);
  }

  private static int level(float value) {
    return Math.round(255 * Math.max(0f, Math.min(1f, value)));
  }

  private static int rgb(int red, int green, int blue) {
    return red << 16 | green << 8 | blue;
  }
}
