package axial.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.Optional;

/** Lays out and paints a matrix in some space, in the colours and text size of a theme. */
final class MatrixPainter {

  private static final float NUMBER = 1.5f;
  private static final double LARGEST_CELL = 13;
  private static final double SMALLEST_WITH_SHARES = 3.6;
  private static final double LEFT_SHARE = 0.35;

  private final MatrixCells cells;
  private final ChartTheme theme;
  private final FontMetrics metrics;
  private final int em;
  private final int cell;
  private final Rectangle grid;
  private final int nameWidth;

  MatrixPainter(MatrixCells cells, ChartTheme theme, FontMetrics metrics, Dimension space) {
    this.cells = cells;
    this.theme = theme;
    this.metrics = metrics;
    this.em = metrics.getHeight();
    int widest = em * 3;
    for (int i = 0; i < cells.size(); i++) {
      widest = Math.max(widest, metrics.stringWidth(cells.classes().get(i)));
      widest = Math.max(widest, metrics.stringWidth(cells.rowNotes().get(i)));
    }
    nameWidth = Math.min(widest, (int) (space.width * LEFT_SHARE));
    int left = nameWidth + em * 2;
    int top = em * 5 / 2;
    int room =
        Math.min(
            (space.width - left - em / 2) / cells.size(),
            (space.height - top - em / 2) / cells.size());
    cell = Math.max(1, Math.min(room, (int) (LARGEST_CELL * em)));
    int width = cell * cells.size();
    int x = left + Math.max(0, (space.width - left - em / 2 - width) / 2);
    int y = top + Math.max(0, (space.height - top - em / 2 - width) / 3);
    grid = new Rectangle(x, y, width, width);
  }

  /** The row and column under a point, as y and x. */
  Optional<Point> at(Point point) {
    return grid.contains(point)
        ? Optional.of(new Point((point.x - grid.x) / cell, (point.y - grid.y) / cell))
        : Optional.empty();
  }

  /** Where a cell is. */
  Rectangle bounds(int truth, int called) {
    return new Rectangle(grid.x + called * cell, grid.y + truth * cell, cell, cell);
  }

  void paint(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    names(g);
    for (int truth = 0; truth < cells.size(); truth++) {
      for (int called = 0; called < cells.size(); called++) {
        paint(g, cells.cell(truth, called), bounds(truth, called), truth == called);
      }
    }
  }

  /** The frame of the chosen cell: a light line in a dark one, seen on every shade. */
  void frame(Graphics2D g, int truth, int called, boolean focused) {
    Rectangle at = bounds(truth, called);
    int line = Math.max(2, em / 8);
    g.setStroke(new BasicStroke(line));
    g.setColor(theme.text());
    g.drawRect(at.x + line / 2, at.y + line / 2, at.width - line, at.height - line);
    if (focused) {
      g.setColor(theme.background());
      g.setStroke(new BasicStroke(Math.max(1, line / 2)));
      g.drawRect(at.x + line * 2, at.y + line * 2, at.width - line * 4, at.height - line * 4);
    }
  }

  private void names(Graphics2D g) {
    g.setFont(theme.font().deriveFont(Font.BOLD));
    g.setColor(theme.text());
    centred(g, "called", grid.x + grid.width / 2, grid.y - em * 2 + metrics.getAscent() / 2);
    AffineTransform upright = g.getTransform();
    int side = grid.x - nameWidth - em * 5 / 4;
    g.rotate(-Math.PI / 2, side, grid.getCenterY());
    centred(g, "true class", side, (int) grid.getCenterY());
    g.setTransform(upright);
    g.setFont(theme.font());
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.classes().get(i);
      g.setColor(theme.text());
      centred(g, clip(name, cell - em / 4), grid.x + i * cell + cell / 2, grid.y - em / 3);
      int middle = grid.y + i * cell + cell / 2;
      boolean two = cell > em * 2;
      right(g, clip(name, nameWidth), middle + (two ? 0 : metrics.getAscent() / 3));
      if (two) {
        g.setColor(theme.muted());
        right(g, clip(cells.rowNotes().get(i), nameWidth), middle + em);
      }
    }
  }

  private void paint(Graphics2D g, MatrixCells.Cell shown, Rectangle at, boolean right) {
    double strength = Math.min(1, Math.abs(shown.shade()));
    Color full = shown.shade() < 0 ? theme.series(1) : theme.series(0);
    Color fill = ChartTheme.mix(full, theme.background(), 0.06 + 0.9 * strength);
    if (strength == 0) {
      fill = ChartTheme.mix(theme.text(), theme.background(), 0.04);
    }
    g.setColor(fill);
    g.fillRect(at.x + 1, at.y + 1, at.width - 2, at.height - 2);
    if (right) {
      g.setColor(theme.muted());
      g.setStroke(new BasicStroke(1));
      g.drawRect(at.x + 1, at.y + 1, at.width - 3, at.height - 3);
    }
    g.setColor(brightness(fill) > 0.45 ? Color.BLACK : Color.WHITE);
    boolean both = cell >= SMALLEST_WITH_SHARES * em && !shown.below().isEmpty();
    int x = at.x + at.width / 2;
    int y = at.y + at.height / 2;
    Font number = theme.font().deriveFont(Font.BOLD, theme.font().getSize2D() * NUMBER);
    g.setFont(both ? number : fitting(g, shown.main(), at.width));
    int up = g.getFontMetrics().getAscent();
    centred(g, shown.main(), x, both ? y : y + up / 3);
    if (both) {
      g.setFont(theme.font());
      centred(g, shown.below(), x, y + em);
    }
  }

  private Font fitting(Graphics2D g, String text, int width) {
    Font font = theme.font();
    int needed = g.getFontMetrics(font).stringWidth(text);
    return needed < width ? font : font.deriveFont(font.getSize2D() * width / (needed + 2f));
  }

  private static double brightness(Color c) {
    return (0.2126 * c.getRed() + 0.7152 * c.getGreen() + 0.0722 * c.getBlue()) / 255;
  }

  private String clip(String text, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int length = text.length();
    while (length > 1 && metrics.stringWidth(text.substring(0, length) + "\u2026") > width) {
      length--;
    }
    return text.substring(0, length) + "\u2026";
  }

  private void right(Graphics2D g, String text, int y) {
    g.drawString(text, grid.x - em / 2 - metrics.stringWidth(text), y);
  }

  private static void centred(Graphics2D g, String text, int x, int y) {
    g.drawString(text, x - g.getFontMetrics().stringWidth(text) / 2, y);
  }
}
