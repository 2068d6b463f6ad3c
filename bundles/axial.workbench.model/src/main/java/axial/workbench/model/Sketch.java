package axial.workbench.model;

import axial.model.Layer;
import axial.model.Network;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * Draws a network from top to bottom: a bar for each layer, as wide as its picture, with what it is
 * and the shape after it. Layers that learn are filled, others are outlined. Any thread.
 */
final class Sketch {

  private static final Color LEARNS = new Color(0x56B4E9);
  private static final double NARROWEST = 0.06;

  private final Network network;
  private final List<Drawn> rows;

  Sketch(Network network) {
    this.network = network;
    this.rows = Drawn.of(network);
  }

  /** How high it is in a font. */
  int height(FontMetrics metrics) {
    return (rows.size() + 1) * row(metrics);
  }

  private static int row(FontMetrics metrics) {
    return Math.round(metrics.getHeight() * 1.55f);
  }

  /** Draws it from the origin. */
  void paint(Graphics2D graphics, Font font, Color text, int width) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(font);
    FontMetrics metrics = g.getFontMetrics();
    int words = metrics.stringWidth("Input");
    int shapes = metrics.stringWidth(Drawn.shape(network.input()));
    for (Drawn row : rows) {
      words = Math.max(words, metrics.stringWidth(row.words()));
      shapes = Math.max(shapes, metrics.stringWidth(row.shape()));
    }
    int gap = metrics.charWidth('m');
    int bars = Math.max(4 * gap, width - words - shapes - 2 * gap);
    int side = Math.max(network.input().height(), network.input().width());
    int height = row(metrics);
    Place place = new Place(words + gap, bars, height);
    line(g, text, "Input", Drawn.shape(network.input()), place, 0, 1, false);
    for (int i = 0; i < rows.size(); i++) {
      Drawn row = rows.get(i);
      double share = row.flat() ? NARROWEST : (double) row.output().width() / side;
      line(
          g,
          text,
          row.words(),
          row.shape(),
          place,
          i + 1,
          Math.max(NARROWEST, share),
          learns(row.layer()));
    }
    g.dispose();
  }

  private record Place(int left, int width, int row) {}

  private static boolean learns(Layer layer) {
    return layer instanceof Layer.Convolution
        || layer instanceof Layer.Dense
        || layer instanceof Layer.Residual;
  }

  private static void line(
      Graphics2D g,
      Color text,
      String words,
      String shape,
      Place place,
      int row,
      double share,
      boolean filled) {
    FontMetrics metrics = g.getFontMetrics();
    int middle = row * place.row() + place.row() / 2;
    float base = middle + (metrics.getAscent() - metrics.getDescent()) / 2f;
    g.setColor(text);
    g.drawString(words, 0, base);
    g.drawString(shape, place.left() + place.width() + metrics.charWidth('m'), base);
    double wide = share * place.width();
    double high = metrics.getHeight() * 0.9;
    RoundRectangle2D bar =
        new RoundRectangle2D.Double(
            place.left() + (place.width() - wide) / 2, middle - high / 2, wide, high, 4, 4);
    if (filled) {
      g.setColor(LEARNS);
      g.fill(bar);
    }
    g.setColor(text);
    g.setStroke(new BasicStroke(metrics.getHeight() / 16f));
    g.draw(bar);
  }
}
