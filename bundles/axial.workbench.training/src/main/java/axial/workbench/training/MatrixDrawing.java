package axial.workbench.training;

import axial.chart.ChartTheme;
import axial.eval.ConfusionMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/**
 * Draws a confusion matrix: a shade of one blue for the share of each row, and both count and share
 * as text, so that no colour needs to be read. Any thread.
 */
final class MatrixDrawing {

  private static final Color FULL = new Color(0x0072B2);
  private static final int GAP = 2;

  private MatrixDrawing() {}

  /** Draws it into a rectangle from the origin. */
  static void paint(
      Graphics2D graphics, ConfusionMatrix matrix, ChartTheme theme, int width, int height) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(theme.font());
    FontMetrics metrics = g.getFontMetrics();
    int classes = matrix.labels().count();
    int line = metrics.getHeight();
    int names = 0;
    for (int i = 0; i < classes; i++) {
      names = Math.max(names, metrics.stringWidth(matrix.labels().name(i)));
    }
    int left = Math.min(names, width / 4) + 2 * line;
    int top = 2 * line + line / 2;
    double cell = Math.min((double) (width - left) / classes, (double) (height - top) / classes);
    if (cell < 1) {
      g.dispose();
      return;
    }
    g.setColor(theme.text());
    double grid = cell * classes;
    centre(g, "called", left + grid / 2, metrics.getAscent(), grid);
    for (int i = 0; i < classes; i++) {
      String name = matrix.labels().name(i);
      centre(g, name, left + cell * (i + 0.5), line + metrics.getAscent(), cell - GAP);
      right(g, name, left - line / 2.0, top + cell * (i + 0.5), left - line * 1.4);
    }
    Graphics2D turned = (Graphics2D) g.create();
    turned.translate(metrics.getAscent(), top + grid / 2);
    turned.rotate(-Math.PI / 2);
    centre(turned, "truth", 0, 0, grid);
    turned.dispose();
    for (int truth = 0; truth < classes; truth++) {
      for (int call = 0; call < classes; call++) {
        cell(
            g,
            matrix,
            truth,
            call,
            theme,
            new Rectangle2D.Double(left + cell * call, top + cell * truth, cell - GAP, cell - GAP));
      }
    }
    g.dispose();
  }

  private static void cell(
      Graphics2D g,
      ConfusionMatrix matrix,
      int truth,
      int call,
      ChartTheme theme,
      Rectangle2D box) {
    int support = matrix.support(truth);
    double share = support == 0 ? 0 : (double) matrix.count(truth, call) / support;
    Color fill = ChartTheme.mix(FULL, theme.background(), 0.06 + 0.94 * share);
    g.setColor(fill);
    g.fill(box);
    if (truth == call) { // right decisions have a frame as well
      g.setColor(theme.text());
      g.setStroke(new BasicStroke(1.2f * theme.scale()));
      double inset = theme.scale();
      g.draw(
          new Rectangle2D.Double(
              box.getX() + inset,
              box.getY() + inset,
              box.getWidth() - 2 * inset,
              box.getHeight() - 2 * inset));
    }
    boolean white =
        0.2126 * fill.getRed() + 0.7152 * fill.getGreen() + 0.0722 * fill.getBlue() < 140;
    g.setColor(white ? Color.WHITE : Color.BLACK);
    Font font = theme.font();
    String percent = support == 0 ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    g.setFont(font.deriveFont(Font.BOLD, font.getSize2D() * 1.3f));
    centre(
        g,
        Integer.toString(matrix.count(truth, call)),
        box.getCenterX(),
        box.getCenterY(),
        box.getWidth());
    g.setFont(font);
    centre(
        g,
        percent,
        box.getCenterX(),
        box.getCenterY() + g.getFontMetrics().getHeight(),
        box.getWidth());
  }

  private static void centre(Graphics2D g, String text, double x, double y, double room) {
    String shown = fit(g.getFontMetrics(), text, room);
    g.drawString(shown, (float) (x - g.getFontMetrics().stringWidth(shown) / 2.0), (float) y);
  }

  private static void right(Graphics2D g, String text, double x, double y, double room) {
    String shown = fit(g.getFontMetrics(), text, room);
    FontMetrics metrics = g.getFontMetrics();
    g.drawString(
        shown,
        (float) (x - metrics.stringWidth(shown)),
        (float) (y + metrics.getAscent() / 2.0 - metrics.getDescent() / 2.0));
  }

  private static String fit(FontMetrics metrics, String text, double room) {
    String shown = text;
    if (metrics.stringWidth(shown) <= room) {
      return shown;
    }
    while (!shown.isEmpty() && metrics.stringWidth(shown + "…") > room) {
      shown = shown.substring(0, shown.length() - 1);
    }
    return shown.isEmpty() ? "" : shown + "…";
  }
}
