package axial.dedup;

import axial.data.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What people do to a picture before it turns up a second time; all of it to grey. */
enum Change {
  RECODED("", Change::jpeg),
  SMALLER("", picture -> resized(picture, 0.75)),
  BRIGHTER("", picture -> brighter(picture, 1.1)),
  BLACK_BORDER("", picture -> bordered(picture, 0)),
  WHITE_BORDER("", picture -> bordered(picture, 255)),
  MIRRORED("mirrored", Change::mirrored),
  QUARTER("rotated by 90 degrees", Change::turned),
  HALF("rotated by 180 degrees", picture -> turned(turned(picture))),
  THREE_QUARTERS("rotated by 270 degrees", picture -> turned(turned(turned(picture))));

  private static final float QUALITY = 0.6f;
  private static final int BORDER = 5;

  final String relation;
  private final UnaryOperator<Pixels> change;

  Change(String relation, UnaryOperator<Pixels> change) {
    this.relation = relation;
    this.change = change;
  }

  Pixels of(Pixels picture) {
    return change.apply(grey(picture));
  }

  private static Pixels grey(Pixels picture) {
    return drawn(
        picture.width(),
        picture.height(),
        (row, column) ->
            picture.channels() == 1
                ? picture.at(row, column, 0)
                : 0.299 * picture.at(row, column, 0)
                    + 0.587 * picture.at(row, column, 1)
                    + 0.114 * picture.at(row, column, 2));
  }

  private interface Value {
    double at(int row, int column);
  }

  private static Pixels drawn(int width, int height, Value value) {
    byte[] data = new byte[width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        data[row * width + column] =
            (byte) Math.max(0, Math.min(255, Math.round(value.at(row, column))));
      }
    }
    return new Pixels(width, height, 1, data);
  }

  private static Pixels jpeg(Pixels picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    image
        .getRaster()
        .setDataElements(0, 0, picture.width(), picture.height(), picture.data().clone());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
      out.flush();
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
      return drawn(
          read.getWidth(),
          read.getHeight(),
          (row, column) -> read.getRaster().getSample(column, row, 0));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
  }

  /** Bilinear, without smoothing first. */
  private static Pixels resized(Pixels picture, double scale) {
    int width = (int) Math.round(picture.width() * scale);
    int height = (int) Math.round(picture.height() * scale);
    return drawn(
        width,
        height,
        (row, column) -> {
          double y = place(row, picture.height() / (double) height, picture.height());
          double x = place(column, picture.width() / (double) width, picture.width());
          int top = (int) y;
          int left = (int) x;
          int bottom = Math.min(top + 1, picture.height() - 1);
          int right = Math.min(left + 1, picture.width() - 1);
          double above = between(picture.at(top, left, 0), picture.at(top, right, 0), x - left);
          double below =
              between(picture.at(bottom, left, 0), picture.at(bottom, right, 0), x - left);
          return between(above, below, y - top);
        });
  }

  private static double place(int to, double scale, int size) {
    return Math.min(size - 1, Math.max(0, (to + 0.5) * scale - 0.5));
  }

  private static double between(double a, double b, double share) {
    return a + (b - a) * share;
  }

  private static Pixels brighter(Pixels picture, double factor) {
    return drawn(
        picture.width(), picture.height(), (row, column) -> factor * picture.at(row, column, 0));
  }

  private static Pixels bordered(Pixels picture, int level) {
    int width = picture.width() + 2 * BORDER;
    byte[] data = new byte[width * (picture.height() + 2 * BORDER)];
    Arrays.fill(data, (byte) level);
    for (int row = 0; row < picture.height(); row++) {
      System.arraycopy(
          picture.data(),
          row * picture.width(),
          data,
          (row + BORDER) * width + BORDER,
          picture.width());
    }
    return new Pixels(width, picture.height() + 2 * BORDER, 1, data);
  }

  private static Pixels mirrored(Pixels picture) {
    return drawn(
        picture.width(),
        picture.height(),
        (row, column) -> picture.at(row, picture.width() - 1 - column, 0));
  }

  /** A quarter turn clockwise. */
  private static Pixels turned(Pixels picture) {
    return drawn(
        picture.height(),
        picture.width(),
        (row, column) -> picture.at(picture.height() - 1 - column, row, 0));
  }
}
