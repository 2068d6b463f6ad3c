package axial.workbench.explanation;

import axial.data.Image;
import axial.data.Pixels;
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
import java.awt.image.DataBufferInt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an explanation lays over its scan, enlarged by a whole number so that lines and hatching
 * stay fine. Pictures are made anew at each call, on any thread.
 */
final class Overlays {

  /** What speaks for the class in the picture of weights. */
  static final int FOR = 0x56B4E9;

  /** What speaks against it, always hatched. */
  static final int AGAINST = 0xE69F00;

  private static final int LINE = 0xFFF0E442;
  private static final int FINDING = 0xFFCC79A7;
  private static final int BLACK = 0xFF000000;
  private static final int SIDE = 400;
  private static final double RANGE = 0.85;
  private static final double NOTHING = 0.05;
  private static final int HATCH = 8;
  private static final int HATCH_LINE = 3;
  private static final int WIDE = 2;

  private final ExplainedSample sample;
  private final Explanation explanation;
  private final Regions regions;
  private final int scale;
  private final int width;
  private final int height;

  Overlays(ExplainedSample sample) {
    this.sample = sample;
    this.explanation = sample.explanation();
    this.regions = explanation.regions();
    this.scale = Math.max(1, SIDE / Math.max(regions.width(), regions.height()));
    this.width = regions.width() * scale;
    this.height = regions.height() * scale;
  }

  /** What a pixel of an overlay shows. */
  private interface Dots {
    int at(int x, int y);
  }

  private BufferedImage draw(Dots dots) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = dots.at(x, y);
      }
    }
    return picture;
  }

  /** Lines between the superpixels. */
  BufferedImage superpixels() {
    return draw(
        (x, y) -> {
          int own = regions.at(y / scale, x / scale);
          int right = regions.at(y / scale, Math.min(x + WIDE, width - 1) / scale);
          int below = regions.at(Math.min(y + WIDE, height - 1) / scale, x / scale);
          return right != own || below != own ? LINE : 0;
        });
  }

  /**
   * All regions by their weight: blue for the class, hatched orange against it, top ones numbered.
   */
  BufferedImage weights(int numbered) {
    double[] values = new double[regions.count()];
    double largest = 0;
    for (Weight weight : explanation.weights()) {
      values[weight.region()] = weight.value();
      largest = Math.max(largest, Math.abs(weight.value()));
    }
    double most = largest;
    BufferedImage picture =
        draw(
            (x, y) -> {
              double share = most == 0 ? 0 : values[regions.at(y / scale, x / scale)] / most;
              if (Math.abs(share) < NOTHING) {
                return 0;
              }
              boolean line = share < 0 && (x + y) % HATCH < HATCH_LINE;
              double strength = RANGE * Math.abs(share);
              int alpha = (int) Math.round(255 * (share < 0 && !line ? strength / 2 : strength));
              return alpha << 24 | (share > 0 ? FOR : AGAINST);
            });
    number(picture, explanation.top(numbered));
    return picture;
  }

  /**
   * The strongest regions as the notebook shows them: green as bright as the scan gets for the
   * class, red against it; red is hatched besides.
   */
  BufferedImage forAndAgainst(int top) {
    Marks marks = Marks.strongest(explanation, top);
    Image image = sample.image();
    float brightest = 0;
    for (float value : image.values()) {
      brightest = Math.max(brightest, value);
    }
    int full = level(brightest);
    return draw(
        (x, y) -> {
          int row = y / scale;
          int column = x / scale;
          int mark = marks.at(row, column);
          if (mark == 0) {
            return 0;
          }
          if (mark < 0 && (x + y) % HATCH < HATCH_LINE) {
            return BLACK;
          }
          int channels = image.shape().channels();
          int red = level(image.at(row, column, 0));
          int green = level(image.at(row, column, channels < 3 ? 0 : 1));
          int blue = level(image.at(row, column, channels < 3 ? 0 : 2));
          return BLACK | (mark < 0 ? full : red) << 16 | (mark > 0 ? full : green) << 8 | blue;
        });
  }

  /** The boundary around the regions that speak most for the class. */
  BufferedImage boundary(int top) {
    Marks marks = Marks.speakingFor(explanation, top);
    return draw((x, y) -> marks.border(y / scale, x / scale) ? LINE : 0);
  }

  /** The outline of the true finding, black on its outer side; clear where none is known. */
  BufferedImage finding() {
    if (sample.mask().isEmpty()) {
      return new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    }
    Pixels mask = sample.mask().get();
    return draw(
        (x, y) -> {
          boolean inside = inside(mask, x, y);
          int reach = inside ? 2 * WIDE : WIDE;
          boolean edge =
              inside(mask, x - reach, y) != inside
                  || inside(mask, x + reach, y) != inside
                  || inside(mask, x, y - reach) != inside
                  || inside(mask, x, y + reach) != inside;
          return edge ? inside ? FINDING : BLACK : 0;
        });
  }

  private boolean inside(Pixels mask, int x, int y) {
    return x >= 0
        && y >= 0
        && x < width
        && y < height
        && mask.at(y * mask.height() / height, x * mask.width() / width, 0) > 127;
  }

  private static int level(float value) {
    return Math.round(255 * Math.max(0f, Math.min(1f, value)));
  }

  private void number(BufferedImage picture, List<Weight> shown) {
    @Nullable Font font = font();
    if (font == null) {
      return;
    }
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    int[] middles = regions.middles();
    for (int rank = 1; rank <= shown.size(); rank++) {
      int at = middles[shown.get(rank - 1).region()];
      GlyphVector glyphs =
          font.createGlyphVector(graphics.getFontRenderContext(), Integer.toString(rank));
      Rectangle2D box = glyphs.getVisualBounds();
      int row = at / regions.width();
      int column = at % regions.width();
      double x = (column + 0.5) * scale - box.getCenterX();
      double y = (row + 0.5) * scale - box.getCenterY();
      x = Math.max(3 - box.getMinX(), Math.min(width - box.getMaxX() - 3, x));
      y = Math.max(3 - box.getMinY(), Math.min(height - box.getMaxY() - 3, y));
      java.awt.Shape outline = glyphs.getOutline((float) x, (float) y);
      graphics.setColor(Color.BLACK);
      graphics.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(outline);
      graphics.setColor(Color.WHITE);
      graphics.fill(outline);
    }
    graphics.dispose();
  }

  /** The font of the numbers; none in a Java without fonts, which fails in several ways. */
  private @Nullable Font font() {
    try {
      Font font =
          new Font(
              Font.SANS_SERIF, Font.BOLD, Math.max(10, (int) (Math.min(width, height) / 17.0)));
      return font.canDisplay('1') ? font : null;
    } catch (RuntimeException | InternalError | LinkageError noFont) {
      return null;
    }
  }
}
