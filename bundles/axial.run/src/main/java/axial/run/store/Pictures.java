package axial.run.store;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Shape;
import axial.explain.Marks;
import axial.explain.Regions;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Images, masks and superpixels as PNG files. */
final class Pictures {

  private static final long MOST_PIXELS = 64_000_000;

  private Pictures() {}

  /** An image of 1 or 3 channels, its values rounded to 8 bits. */
  static byte[] png(Image image) {
    Shape shape = image.shape();
    int bands = shape.channels();
    BufferedImage picture =
        new BufferedImage(
            shape.width(),
            shape.height(),
            bands == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        for (int c = 0; c < bands; c++) {
          float value = Math.min(1, Math.max(0, image.at(y, x, c)));
          picture.getRaster().setSample(x, y, c, Math.round(value * 255));
        }
      }
    }
    return png(picture);
  }

  static byte[] png(Pixels pixels) {
    float[] values = new float[pixels.data().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels.data()[i] & 0xFF) / 255f;
    }
    return png(new Image(new Shape(pixels.height(), pixels.width(), pixels.channels()), values));
  }

  /**
   * The image in colour with what speaks for the class in green and what speaks against it in red:
   * that channel is as bright as the image's brightest value.
   */
  static byte[] tinted(Image image, Marks marks) {
    float brightest = 0;
    for (float value : image.values()) {
      brightest = Math.max(brightest, value);
    }
    Image colour = colour(image);
    Shape shape = colour.shape();
    for (int p = 0; p < shape.height() * shape.width(); p++) {
      int mark = marks.at(p / shape.width(), p % shape.width());
      if (mark != 0) {
        colour.values()[3 * p + (mark > 0 ? 1 : 0)] = brightest;
      }
    }
    return png(colour);
  }

  /** The image in colour with a yellow line around what is marked. */
  static byte[] outlined(Image image, Marks marks) {
    Image colour = colour(image);
    Shape shape = colour.shape();
    for (int p = 0; p < shape.height() * shape.width(); p++) {
      if (marks.border(p / shape.width(), p % shape.width())) {
        colour.values()[3 * p] = 1;
        colour.values()[3 * p + 1] = 1;
        colour.values()[3 * p + 2] = 0;
      }
    }
    return png(colour);
  }

  /** A copy of three channels. */
  private static Image colour(Image image) {
    Shape shape = new Shape(image.shape().height(), image.shape().width(), 3);
    int channels = image.shape().channels();
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.values()[i / 3 * channels + (channels == 3 ? i % 3 : 0)];
    }
    return new Image(shape, values);
  }

  /** The number of each pixel's region, 16 bits. */
  static byte[] png(Regions regions) {
    BufferedImage picture =
        new BufferedImage(regions.width(), regions.height(), BufferedImage.TYPE_USHORT_GRAY);
    for (int y = 0; y < regions.height(); y++) {
      for (int x = 0; x < regions.width(); x++) {
        picture.getRaster().setSample(x, y, 0, regions.at(y, x));
      }
    }
    return png(picture);
  }

  static Image image(Path file) throws IOException {
    Raster raster = raster(file);
    Shape shape = new Shape(raster.getHeight(), raster.getWidth(), raster.getNumBands());
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int p = i / shape.channels();
      values[i] =
          raster.getSample(p % shape.width(), p / shape.width(), i % shape.channels()) / 255f;
    }
    return new Image(shape, values);
  }

  static Pixels mask(Path file) throws IOException {
    Raster raster = raster(file);
    byte[] data = new byte[raster.getWidth() * raster.getHeight()];
    for (int p = 0; p < data.length; p++) {
      data[p] = (byte) raster.getSample(p % raster.getWidth(), p / raster.getWidth(), 0);
    }
    return new Pixels(raster.getWidth(), raster.getHeight(), 1, data);
  }

  static Regions regions(Path file) throws IOException {
    Raster raster = raster(file);
    int[] numbers = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
    return new Regions(raster.getHeight(), raster.getWidth(), numbers);
  }

  private static Raster raster(Path file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      // A small file may state to be of any size, and its writer may not be trusted.
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
        throw new IOException(file + " has more than " + MOST_PIXELS + " pixels");
      }
      return reader.read(0).getRaster();
    } finally {
      reader.dispose();
    }
  }

  private static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException("Writing to memory failed.", impossible);
    }
    return bytes.toByteArray();
  }
}
