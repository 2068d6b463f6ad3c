package axial.workbench.data.gallery;

import axial.workbench.data.work.ClassColours;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.UIManager;

/** Paints one tile of a gallery: thumbnail, name and class. */
final class TilePainter {

  private static final float DIMMED = 0.28f;

  private final FontMetrics metrics;
  private final Color text = UIManager.getColor("Label.foreground");
  private final Color faint = UIManager.getColor("Label.disabledForeground");
  private final Color chosen = UIManager.getColor("List.selectionInactiveBackground");
  private final Color accent = UIManager.getColor("Component.focusColor");
  private final Color blank = UIManager.getColor("ProgressBar.background");

  /** What a tile shows. */
  record Tile(
      Optional<Optional<BufferedImage>> thumbnail,
      String name,
      int label,
      String className,
      boolean relabelled,
      boolean excluded,
      boolean selected,
      boolean leading) {}

  TilePainter(FontMetrics metrics) {
    this.metrics = metrics;
  }

  static int gap(FontMetrics metrics) {
    return Math.max(3, metrics.getHeight() / 3);
  }

  /** The size of a cell whose thumbnail has that side. */
  static Dimension cell(int side, FontMetrics metrics) {
    int gap = gap(metrics);
    return new Dimension(side + 2 * gap, side + 2 * metrics.getHeight() + 3 * gap);
  }

  void paint(Graphics2D g, Rectangle cell, Tile tile) {
    int gap = gap(metrics);
    int half = gap / 2;
    if (tile.selected()) {
      g.setColor(chosen);
      g.fillRoundRect(cell.x + half, cell.y + half, cell.width - gap, cell.height - gap, gap, gap);
    }
    int side = cell.width - 2 * gap;
    Rectangle place = new Rectangle(cell.x + gap, cell.y + gap, side, side);
    Composite whole = g.getComposite();
    if (tile.excluded()) {
      g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, DIMMED));
    }
    picture(g, place, tile);
    g.setComposite(whole);
    if (tile.excluded()) {
      g.setColor(text);
      g.setStroke(new BasicStroke(Math.max(1, gap / 4f)));
      g.drawLine(place.x, place.y + side, place.x + side, place.y);
    }
    words(g, place, tile);
    if (tile.leading()) {
      g.setColor(accent);
      g.setStroke(new BasicStroke(Math.max(1.5f, gap / 3f)));
      g.drawRoundRect(cell.x + half, cell.y + half, cell.width - gap, cell.height - gap, gap, gap);
    }
  }

  private void picture(Graphics2D g, Rectangle place, Tile tile) {
    Optional<BufferedImage> picture = tile.thumbnail().flatMap(made -> made);
    if (picture.isPresent()) {
      BufferedImage image = picture.get();
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.drawImage(image, place.x, place.y, place.width, place.height, null);
      return;
    }
    g.setColor(blank);
    g.fillRect(place.x, place.y, place.width, place.height);
    if (tile.thumbnail().isPresent()) {
      g.setColor(faint);
      String broken = "not readable";
      g.drawString(
          elide(broken, metrics, place.width),
          place.x + Math.max(0, place.width - metrics.stringWidth(broken)) / 2,
          place.y + place.height / 2);
    }
  }

  private void words(Graphics2D g, Rectangle place, Tile tile) {
    int baseline = place.y + place.height + metrics.getAscent() + metrics.getDescent();
    g.setColor(tile.excluded() ? faint : text);
    g.drawString(elideStart(tile.name(), place.width), place.x, baseline);
    baseline += metrics.getHeight();
    int dot = metrics.getAscent() * 2 / 3;
    g.setColor(ClassColours.of(tile.label()));
    g.fillRoundRect(place.x, baseline - dot, dot, dot, dot / 3, dot / 3);
    int x = place.x + dot + dot / 2;
    String state =
        tile.excluded() ? "excluded" : (tile.relabelled() ? "now " : "") + tile.className();
    g.setColor(faint);
    Font font = g.getFont();
    if (tile.relabelled() || tile.excluded()) {
      g.setFont(font.deriveFont(Font.BOLD));
    }
    g.drawString(elide(state, g.getFontMetrics(), place.x + place.width - x), x, baseline);
    g.setFont(font);
  }

  private static String elide(String words, FontMetrics metrics, int width) {
    if (metrics.stringWidth(words) <= width) {
      return words;
    }
    int length = words.length();
    while (length > 1 && metrics.stringWidth(words.substring(0, length) + "\u2026") > width) {
      length--;
    }
    return words.substring(0, length) + "\u2026";
  }

  /** File names differ at their ends. */
  private String elideStart(String words, int width) {
    if (metrics.stringWidth(words) <= width) {
      return words;
    }
    int from = 1;
    while (from < words.length() - 1
        && metrics.stringWidth("\u2026" + words.substring(from)) > width) {
      from++;
    }
    return "\u2026" + words.substring(from);
  }
}
