package axial.report;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Shape;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.explain.Marks;
import axial.explain.Regions;
import axial.run.ExplainedSample;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Scans and what an explanation says about them, as PNG, enlarged by a whole number. */
final class Pictures {

  private static final int YELLOW = 0xF0E442;
  private static final int FOR = 0x009E73;
  private static final int AGAINST = 0xD55E00;
  private static final int FINDING = 0x56B4E9;
  private static final int SHOWN_SIDE = 320;
  private static final Font NUMBER = new Font(Font.SANS_SERIF, Font.BOLD, 20);

  private Pictures() {}

  /** The scan itself. */
  static byte[] scan(Image image) {
    return png(paint(image));
  }

  /** The scan, enlarged up to a side, with the outline of its finding if it is known. */
  static BufferedImage outlined(Image image, Optional<Image> mask, int side) {
    BufferedImage picture = paint(image, scale(image, side));
    mask.ifPresent(m -> outline(picture, pixels(m)));
    return picture;
  }

  private static Pixels pixels(Image mask) {
    byte[] data = new byte[mask.values().length];
    for (int p = 0; p < data.length; p++) {
      data[p] = (byte) (mask.values()[p] >= 0.5f ? 255 : 0);
    }
    return new Pixels(mask.shape().width(), mask.shape().height(), 1, data);
  }

  /** The scan with the outlines of its superpixels and, if known, of the finding. */
  static byte[] outlines(ExplainedSample sample) {
    Image image = sample.image();
    Regions regions = sample.explanation().regions();
    BufferedImage picture = paint(image);
    int scale = scale(image);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (regionEdge(regions, x, y, scale)) {
          picture.setRGB(x, y, YELLOW);
        }
      }
    }
    sample.mask().ifPresent(m -> outline(picture, m));
    return png(picture);
  }

  /**
   * The scan with its strongest regions tinted: green speaks for the class, hatched orange against.
   *
   * @param tinted how many regions
   * @param numbered how many of them bear a number, from 1 on
   */
  static byte[] weights(ExplainedSample sample, int tinted, int numbered) {
    Image image = sample.image();
    Explanation explanation = sample.explanation();
    Regions regions = explanation.regions();
    BufferedImage picture = paint(image);
    int scale = scale(image);
    Marks marks = Marks.strongest(explanation, tinted);
    double[] strengths = strengths(explanation);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int mark = marks.at(y / scale, x / scale);
        if (mark != 0) {
          double strength = strengths[regions.at(y / scale, x / scale)];
          boolean hatched = mark < 0 && (x + y) % 8 < 2;
          int colour = mark > 0 ? FOR : AGAINST;
          picture.setRGB(x, y, mix(picture.getRGB(x, y), colour, hatched ? 1 : strength));
        }
      }
    }
    sample.mask().ifPresent(m -> outline(picture, m));
    if (canWrite()) {
      number(picture, regions, explanation.top(numbered), scale);
    }
    return png(picture);
  }

  /** How strongly each region is tinted: its weight beside the largest. */
  private static double[] strengths(Explanation explanation) {
    double[] strengths = new double[explanation.regions().count()];
    double largest = explanation.top(1).stream().mapToDouble(w -> Math.abs(w.value())).sum();
    for (Weight weight : explanation.weights()) {
      strengths[weight.region()] =
          largest == 0 ? 0 : 0.25 + 0.45 * Math.abs(weight.value()) / largest;
    }
    return strengths;
  }

  /** Whether this Java can write into a picture; one without any font fails in several ways. */
  static boolean canWrite() {
    try {
      Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
      graphics.getFontMetrics(NUMBER);
      graphics.dispose();
      return true;
    } catch (RuntimeException | InternalError | LinkageError noFont) {
      return false;
    }
  }

  private static void number(
      BufferedImage picture, Regions regions, List<Weight> shown, int scale) {
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    int[] middles = regions.middles();
    for (int rank = 1; rank <= shown.size(); rank++) {
      int at = middles[shown.get(rank - 1).region()];
      GlyphVector glyphs =
          NUMBER.createGlyphVector(graphics.getFontRenderContext(), Integer.toString(rank));
      Rectangle2D box = glyphs.getVisualBounds();
      double x = (at % regions.width() + 0.5) * scale - box.getCenterX();
      double y = (at / regions.width() + 0.5) * scale - box.getCenterY();
      x = Math.max(3, Math.min(picture.getWidth() - box.getMaxX() - 3, x));
      y = Math.max(3 - box.getMinY(), Math.min(picture.getHeight() - box.getMaxY() - 3, y));
      java.awt.Shape outline = glyphs.getOutline((float) x, (float) y);
      graphics.setColor(Color.BLACK);
      graphics.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(outline);
      graphics.setColor(Color.WHITE);
      graphics.fill(outline);
    }
    graphics.dispose();
  }

  private static boolean regionEdge(Regions regions, int x, int y, int scale) {
    int own = regions.at(y / scale, x / scale);
    int right = Math.min((x + 1) / scale, regions.width() - 1);
    int below = Math.min((y + 1) / scale, regions.height() - 1);
    return regions.at(y / scale, right) != own || regions.at(below, x / scale) != own;
  }

  /** A line of two pixels inside the mask, with a black one around it, seen on light and dark. */
  private static void outline(BufferedImage picture, Pixels mask) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        boolean inside = inside(mask, picture, x, y);
        if (inside && touches(mask, picture, x, y, 2, false)) {
          picture.setRGB(x, y, FINDING);
        } else if (!inside && touches(mask, picture, x, y, 1, true)) {
          picture.setRGB(x, y, 0);
        }
      }
    }
  }

  private static boolean touches(
      Pixels mask, BufferedImage picture, int x, int y, int reach, boolean wanted) {
    for (int v = Math.max(0, y - reach); v <= Math.min(picture.getHeight() - 1, y + reach); v++) {
      for (int u = Math.max(0, x - reach); u <= Math.min(picture.getWidth() - 1, x + reach); u++) {
        if (inside(mask, picture, u, v) == wanted) {
          return true;
        }
      }
    }
    return false;
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

  private static int scale(Image image) {
    return scale(image, SHOWN_SIDE);
  }

  private static int scale(Image image, int side) {
    return Math.max(1, side / Math.max(image.shape().height(), image.shape().width()));
  }

  private static BufferedImage paint(Image image) {
    return paint(image, scale(image));
  }

  private static BufferedImage paint(Image image, int scale) {
    Shape shape = image.shape();
    BufferedImage picture =
        new BufferedImage(
            scale * shape.width(), scale * shape.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          float value = image.at(y / scale, x / scale, shape.channels() < 3 ? 0 : c);
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
