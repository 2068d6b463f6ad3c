package axial.data.image;

import axial.data.Pixels;
import axial.job.Problem;
import axial.job.ProblemException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG and PNG as OpenCV's {@code imread} does by default: 8 bits, alpha dropped, palettes
 * resolved, the high byte of 16 bits, colour profiles not applied, the turn that a JPEG's EXIF
 * block asks for carried out. A grey file stays grey.
 *
 * <p>Size and type are read from the header first, so that a small file that claims to be huge is
 * refused before memory is taken.
 */
public final class ImageFile {

  /** The most pixels that a picture may have. */
  static final long MOST_PIXELS = 64_000_000;

  /** The largest file. */
  static final long MOST_BYTES = 256L << 20;

  /** A picture may take this share of Java's heap while it is decoded: 1 / 8. */
  private static final int HEAP_SHARE = 8;

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
    return decode(file, file.toString());
  }

  /** Decodes a file; the name is for messages. */
  public static Decoded decode(Path file, String name) {
    byte[] bytes;
    try {
      if (!Files.exists(file)) {
        throw refused(name, "it does not exist");
      }
      if (!Files.isRegularFile(file.toRealPath(), LinkOption.NOFOLLOW_LINKS)) {
        throw refused(name, "it is no file");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw refused(name, "it is larger than 256 MiB");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException broken) {
      throw refused(name, "it cannot be read");
    }
    return decode(name, bytes);
  }

  /** Decodes bytes; the name is for messages. */
  static Decoded decode(String name, byte[] bytes) {
    Format format = sniff(name, bytes);
    int orientation = 1;
    byte[] decodable = bytes;
    if (format == Format.JPEG) {
      JpegSegments segments = JpegSegments.of(bytes);
      requireNone(name, segments.objection());
      decodable = segments.withoutProfile();
      orientation = segments.orientation();
    }
    Pixels upright = Orientation.turned(read(name, format, decodable), orientation);
    return new Decoded(upright, format, bytes.length);
  }

  private static Format sniff(String name, byte[] bytes) {
    if (bytes.length == 0) {
      throw refused(name, "it is empty");
    }
    if (JpegSegments.begins(bytes)) {
      return Format.JPEG;
    }
    if (PngChunks.begins(bytes)) {
      return Format.PNG;
    }
    throw refused(name, "it is neither a JPEG nor a PNG");
  }

  private static Pixels read(String name, Format format, byte[] bytes) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = reader(format);
      try {
        reader.setInput(in, true, true);
        requireFits(name, reader);
        if (format == Format.PNG) {
          requireNone(name, PngChunks.objection(bytes));
        }
        return pixels(name, reader);
      } finally {
        reader.dispose();
      }
    } catch (ProblemException told) {
      throw told;
    } catch (IOException | RuntimeException broken) {
      // ImageIO's readers throw all sorts of unchecked exceptions on damaged files.
      throw refused(
          name,
          "its " + format + " data is damaged, cut short, or of a kind that Java cannot read");
    }
  }

  /** The JDK's own reader, so that a plug-in on the class path changes no value. */
  private static ImageReader reader(Format format) throws IOException {
    Iterator<ImageReaderSpi> own =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                ImageReaderSpi.class,
                spi ->
                    spi.getClass().getModule() == ImageIO.class.getModule()
                        && Arrays.asList(((ImageReaderSpi) spi).getFormatNames())
                            .contains(format.name()),
                true);
    if (!own.hasNext()) {
      throw new IllegalStateException("This Java has no reader for " + format + ".");
    }
    return own.next().createReaderInstance();
  }

  private static void requireFits(String name, ImageReader reader) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > MOST_PIXELS) {
      throw refused(
          name, "it claims %d x %d pixels; 64 million are the most".formatted(width, height));
    }
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    int bits = types.hasNext() ? types.next().getColorModel().getPixelSize() : 24;
    long needed = width * height * (bits / 8 + 3);
    long heap = Runtime.getRuntime().maxMemory();
    if (needed > heap / HEAP_SHARE) {
      throw refused(
          name,
          "its %d x %d pixels need %d MiB while they are read; with Java's heap of %d MiB, %d MiB are the most"
              .formatted(width, height, needed >> 20, heap >> 20, heap / HEAP_SHARE >> 20));
    }
  }

  private static void requireNone(String name, Optional<String> objection) {
    if (objection.isPresent()) {
      throw refused(name, objection.get());
    }
  }

  private static Pixels pixels(String name, ImageReader reader) throws IOException {
    // The JPEG reader fills a cut picture with grey and only warns.
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image = reader.read(0);
    if (!warnings.stream().allMatch(JpegSegments::harmless)) {
      throw refused(name, "its data is damaged or cut short");
    }
    ColorModel colours = image.getColorModel();
    if (colours instanceof IndexColorModel palette) {
      return RasterPixels.ofPalette(image.getRaster(), palette);
    }
    return switch (colours.getColorSpace().getType()) {
      case ColorSpace.TYPE_GRAY -> RasterPixels.of(image.getRaster(), 1, colours);
      case ColorSpace.TYPE_RGB -> RasterPixels.of(image.getRaster(), 3, colours);
      default -> throw refused(name, "its colours are neither grey nor red, green and blue");
    };
  }

  private static ProblemException refused(String name, String why) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The image %s cannot be used: %s.".formatted(name, why),
        "Replace it with a readable JPEG or PNG, or remove it.");
  }
}
