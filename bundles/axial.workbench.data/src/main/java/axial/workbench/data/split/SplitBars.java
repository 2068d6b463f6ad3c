package axial.workbench.data.split;

import axial.data.Labels;
import axial.data.Shares;
import axial.data.Split;
import axial.workbench.data.work.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** A bar for each class, divided as the split divides it, with marks where it was to be divided. */
final class SplitBars extends JComponent {

  private static final long serialVersionUID = 1L;
  private static final Color[] PARTS = {
    new Color(0x00, 0x72, 0xB2), new Color(0xF0, 0xE4, 0x42), new Color(0xD5, 0x5E, 0x00)
  };
  private static final Color[] ON_PARTS = {Color.WHITE, Color.BLACK, Color.WHITE};

  private transient List<Row> rows = List.of();
  private transient Optional<Shares> wanted = Optional.empty();

  /** How the images of a class are shared out. */
  record Row(String name, int[] counts) {
    int all() {
      return counts[0] + counts[1] + counts[2];
    }

    /** Such as "80.1/4.9/15.0 %". */
    String percent() {
      int all = Math.max(1, all());
      return "%.1f / %.1f / %.1f %%"
          .formatted(100.0 * counts[0] / all, 100.0 * counts[1] / all, 100.0 * counts[2] / all);
    }
  }

  SplitBars() {
    setName("split.bars");
    setFont(UIManager.getFont("Label.font"));
  }

  /** Rows of a split, one for each class. */
  static List<Row> rows(Split split, Labels labels) {
    int[][] counts = new int[3][];
    for (Split.Part part : Split.Part.values()) {
      counts[part.ordinal()] = split.countsByClass(part, labels.count());
    }
    return IntStream.range(0, labels.count())
        .mapToObj(
            i -> new Row(labels.name(i), new int[] {counts[0][i], counts[1][i], counts[2][i]}))
        .toList();
  }

  /** Shows a split. */
  void show(List<Row> shown, Optional<Shares> aimedAt) {
    rows = shown;
    wanted = aimedAt;
    StringBuilder words = new StringBuilder("Training, validation and test part by class.");
    rows.forEach(
        row ->
            words.append(
                " %s: %d, %d, %d."
                    .formatted(row.name(), row.counts()[0], row.counts()[1], row.counts()[2])));
    getAccessibleContext().setAccessibleName(words.toString());
    revalidate();
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(getFont());
    int line = metrics.getHeight();
    return new Dimension(24 * line, heading(metrics) + rows.size() * row(metrics));
  }

  private static int heading(FontMetrics metrics) {
    return metrics.getHeight() * 2;
  }

  private static int row(FontMetrics metrics) {
    return metrics.getHeight() * 3;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(getFont());
    paint(
        g,
        getWidth(),
        UIManager.getColor("Label.foreground"),
        UIManager.getColor("Label.disabledForeground"));
    g.dispose();
  }

  /** Draws it in a width. */
  void paint(Graphics2D g, int width, Color text, Color faint) {
    FontMetrics metrics = g.getFontMetrics();
    int line = metrics.getHeight();
    legend(g, metrics, width, text, faint);
    int y = heading(metrics);
    for (Row row : rows) {
      g.setColor(text);
      g.drawString(row.name(), 0, y + metrics.getAscent());
      String percent =
          "%,d / %,d / %,d,  %s"
              .formatted(row.counts()[0], row.counts()[1], row.counts()[2], row.percent());
      g.setColor(faint);
      g.drawString(percent, width - metrics.stringWidth(percent), y + metrics.getAscent());
      bar(g, metrics, row, y + line + 2, width, text);
      y += row(metrics);
    }
  }

  private void legend(Graphics2D g, FontMetrics metrics, int width, Color text, Color faint) {
    int dot = metrics.getAscent() * 2 / 3;
    int x = 0;
    int baseline = metrics.getAscent();
    for (Split.Part part : Split.Part.values()) {
      g.setColor(PARTS[part.ordinal()]);
      g.fillRect(x, baseline - dot, dot, dot);
      x += dot + dot / 2;
      g.setColor(text);
      g.drawString(Words.part(part), x, baseline);
      x += metrics.stringWidth(Words.part(part)) + dot * 3 / 2;
    }
    if (wanted.isPresent()) {
      String words = "\u25b2 wanted " + wanted.get() + " %";
      g.setColor(faint);
      int at = width - metrics.stringWidth(words);
      boolean fits = at >= x;
      g.drawString(words, fits ? at : 0, fits ? baseline : baseline + metrics.getHeight());
    }
  }

  private void bar(Graphics2D g, FontMetrics metrics, Row row, int y, int width, Color text) {
    int height = metrics.getHeight() + 2;
    int all = Math.max(1, row.all());
    double x = 0;
    for (int part = 0; part < PARTS.length; part++) {
      double share = (double) row.counts()[part] / all;
      int from = (int) Math.round(x);
      int to = (int) Math.round(x + share * width);
      g.setColor(PARTS[part]);
      g.fillRect(from, y, to - from, height);
      String words = Words.part(Split.Part.values()[part]) + " " + row.counts()[part];
      String number = Integer.toString(row.counts()[part]);
      String fits =
          metrics.stringWidth(words) + 8 < to - from
              ? words
              : metrics.stringWidth(number) + 4 < to - from ? number : "";
      g.setColor(ON_PARTS[part]);
      g.drawString(
          fits, from + (to - from - metrics.stringWidth(fits)) / 2, y + metrics.getAscent() + 1);
      x += share * width;
    }
    wanted.ifPresent(shares -> marks(g, shares, y + height, width, metrics.getHeight(), text));
  }

  private static void marks(Graphics2D g, Shares shares, int y, int width, int line, Color text) {
    g.setColor(text);
    g.setStroke(new BasicStroke(1));
    int half = Math.max(2, line / 5);
    for (double at : new double[] {shares.train(), shares.train() + shares.validation()}) {
      int x = (int) Math.round(at * width);
      g.fillPolygon(
          new int[] {x - half, x, x + half}, new int[] {y + 2 * half, y, y + 2 * half}, 3);
    }
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext =
          new AccessibleJComponent() {
            private static final long serialVersionUID = 1L;

            @Override
            public AccessibleRole getAccessibleRole() {
              return AccessibleRole.CANVAS;
            }
          };
    }
    return accessibleContext;
  }
}
