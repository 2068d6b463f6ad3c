package axial.report;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Shape;
import axial.explain.Explanation;
import axial.explain.Regions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Scans and what an explanation says about them, as PNG of twice the size. */
final class Pictures {

  private static final int YELLOW = 0xF0E442;
  private static final int FOR = 0x009E73;
  private static final int AGAINST = 0xD55E00;
  private static final int FINDING = 0x56B4E9;
  private static final int SCALE = 2;

  private Pictures() {}

  /** The scan itself. */
  static byte[] scan(Image image) {
    return png(paint(image));
  }

  /** The scan with the outlines of its superpixels and, if known, of the finding. */
  static byte[] outlines(Image image, Regions regions, Optional<Pixels> mask) {
    BufferedImage picture = paint(image);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (regionEdge(regions, x, y)) {
          picture.setRGB(x, y, YELLOW);
        }
      }
    }
    mask.ifPresent(m -> outline(picture, m));
    return png(picture);
  }

  /** The scan with its top regions tinted: green speaks for the class, orange against. */
  static byte[] weights(
      Image image, Explanation explanation, List<Explanation.Weight> shown, Optional<Pixels> mask) {
    BufferedImage picture = paint(image);
    double largest = shown.stream().mapToDouble(w -> Math.abs(w.value())).max().orElse(1);
    Regions regions = explanation.regions();
    for (Explanation.Weight weight : shown) {
      double strength = largest == 0 ? 0 : 0.25 + 0.45 * Math.abs(weight.value()) / largest;
      int colour = weight.value() > 0 ? FOR : AGAINST;
      for (int y = 0; y < picture.getHeight(); y++) {
        for (int x = 0; x < picture.getWidth(); x++) {
          if (regions.at(y / SCALE, x / SCALE) == weight.region()) {
            boolean hatched = weight.value() <= 0 && (x + y) % 8 < 2;
            picture.setRGB(x, y, mix(picture.getRGB(x, y), colour, hatched ? 1 : strength));
          }
        }
      }
    }
    mask.ifPresent(m -> outline(picture, m));
    return png(picture);
  }

  private static boolean regionEdge(Regions regions, int x, int y) {
    int own = regions.at(y / SCALE, x / SCALE);
    int right = Math.min((x + 1) / SCALE, regions.width() - 1);
    int below = Math.min((y + 1) / SCALE, regions.height() - 1);
    return regions.at(y / SCALE, right) != own || regions.at(below, x / SCALE) != own;
  }

  private static void outline(BufferedImage picture, Pixels mask) {
    for (int y = 0; y < picture.getHeight() - 1; y++) {
      for (int x = 0; x < picture.getWidth() - 1; x++) {
        boolean own = inside(mask, picture, x, y);
        if (own != inside(mask, picture, x + 1, y) || own != inside(mask, picture, x, y + 1)) {
          picture.setRGB(x, y, FINDING);
        }
      }
    }
  }

  private static boolean inside(Pixels mask, BufferedImage picture, int x, int y) {
    return mask.at(
            y * mask.height() / picture.getHeight(), x * mask.width() / picture.getWidth(), 0)
        > 127;
  }

  private static int mix(int base, int colour, double share) {
    int result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double value = ((base >> shift) & 0xFF) * (1 - share) + ((colour >> shift) & 0xFF) * share;
      result |= (int) Math.round(value) << shift;
    }
    return result;
  }

  private static BufferedImage paint(Image image) {
    Shape shape = image.shape();
    BufferedImage picture =
        new BufferedImage(
            SCALE * shape.width(), SCALE * shape.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          float value = image.at(y / SCALE, x / SCALE, shape.channels() == 1 ? 0 : c);
          rgb = rgb << 8 | Math.round(255 * Math.min(1, Math.max(0, value)));
        }
        picture.setRGB(x, y, rgb);
      }
    }
    return picture;
  }

  static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException("Writing to memory failed.", impossible);
    }
    return bytes.toByteArray();
  }
}
