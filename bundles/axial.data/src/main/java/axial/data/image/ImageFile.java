package axial.data.image;

import axial.data.Pixels;
import axial.job.Problem;
import axial.job.ProblemException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG and PNG as OpenCV's {@code imread} does by default: 8 bits, alpha dropped, palettes
 * resolved, the high byte of 16 bits. Samples are read from the raster, because Java's conversion
 * of grey to RGB changes their values. A grey file stays grey.
 *
 * <p>Size and type are read from the header first, so that a small file that claims to be huge is
 * refused before memory is taken.
 */
public final class ImageFile {

  /** The most pixels that a picture may have. */
  static final long MOST_PIXELS = 64_000_000;

  private static final long MOST_BYTES = 256L << 20;

  /** What a decoded file was. */
  public record Decoded(Pixels pixels, Format format, long bytes) {}

  /** The formats that are read. */
  public enum Format {
    /** JPEG, baseline or progressive. */
    JPEG,
    /** PNG. */
    PNG
  }

  private ImageFile() {}

  /**
   * Decodes a file.
   *
   * @throws ProblemException of kind INPUT that says what is wrong with it
   */
  public static Decoded decode(Path file) {
    byte[] bytes;
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refused(file, "it is larger than 256 MiB");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException broken) {
      throw refused(file, "it cannot be read");
    }
    return decode(file.toString(), bytes);
  }

  /** Decodes bytes; the name is for messages. */
  static Decoded decode(Object name, byte[] bytes) {
    Format format = sniff(name, bytes);
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = reader(format);
      try {
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
          throw refused(
              name, "it claims %d x %d pixels; 64 million are the most".formatted(width, height));
        }
        return new Decoded(pixels(name, reader), format, bytes.length);
      } finally {
        reader.dispose();
      }
    } catch (ProblemException told) {
      throw told;
    } catch (IOException | RuntimeException broken) {
      // ImageIO's readers throw all sorts of unchecked exceptions on damaged files.
      throw refused(name, "its %s data is damaged or cut short".formatted(format));
    }
  }

  private static Format sniff(Object name, byte[] b) {
    if (b.length > 3 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xD8 && (b[2] & 0xFF) == 0xFF) {
      return Format.JPEG;
    }
    if (b.length > 8 && (b[0] & 0xFF) == 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G') {
      return Format.PNG;
    }
    throw refused(name, b.length == 0 ? "it is empty" : "it is neither a JPEG nor a PNG");
  }

  private static ImageReader reader(Format format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
    if (!readers.hasNext()) {
      throw new IllegalStateException("This Java has no reader for " + format + ".");
    }
    return readers.next();
  }

  private static Pixels pixels(Object name, ImageReader reader) throws IOException {
    // The JPEG reader fills a cut picture with grey and only warns.
    AtomicBoolean cut = new AtomicBoolean();
    reader.addIIOReadWarningListener((source, warning) -> cut.set(true));
    BufferedImage image = reader.read(0);
    if (cut.get()) {
      throw refused(name, "its data is cut short");
    }
    ColorModel colours = image.getColorModel();
    Raster raster = image.getRaster();
    if (colours instanceof IndexColorModel palette) {
      return fromPalette(raster, palette);
    }
    int bands = raster.getNumBands();
    boolean grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    if (!grey && colours.getColorSpace().getType() != ColorSpace.TYPE_RGB) {
      throw refused(name, "its colours are neither grey nor red, green and blue");
    }
    return fromRaster(raster, grey || bands < 3 ? 1 : 3, colours.getComponentSize(0));
  }

  private static Pixels fromRaster(Raster raster, int channels, int bits) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] data = new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
    int[] row = new int[width];
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        raster.getSamples(0, y, width, 1, c, row);
        for (int x = 0; x < width; x++) {
          data[(y * width + x) * channels + c] = (byte) toEightBits(row[x], bits);
        }
      }
    }
    return new Pixels(width, height, channels, data);
  }

  private static int toEightBits(int value, int bits) {
    return bits > 8 ? value >> (bits - 8) : bits == 8 ? value : value * 255 / ((1 << bits) - 1);
  }

  private static Pixels fromPalette(Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] data = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        int at = (y * width + x) * 3;
        data[at] = (byte) palette.getRed(row[x]);
        data[at + 1] = (byte) palette.getGreen(row[x]);
        data[at + 2] = (byte) palette.getBlue(row[x]);
      }
    }
    return new Pixels(width, height, 3, data);
  }

  private static ProblemException refused(Object name, String why) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The image %s cannot be used: %s.".formatted(name, why),
        "Replace it with a readable JPEG or PNG, or remove it.");
  }
}
