package axial.workbench.evaluation;

import java.awt.Color;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;

/** Paints an image of the list with its name and how sure the network was. */
final class CaseCell extends JPanel implements ListCellRenderer<Cases.Case> {

  private static final long serialVersionUID = 1L;

  private final transient Function<String, Optional<? extends Image>> images;
  private transient Cases.Case shown = new Cases.Case("-", 0, "");
  private boolean selected;

  CaseCell(Function<String, Optional<? extends Image>> images) {
    this.images = images;
    setOpaque(false);
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends Cases.Case> list,
      Cases.Case value,
      int index,
      boolean isSelected,
      boolean cellHasFocus) {
    shown = value;
    selected = isSelected;
    setFont(list.getFont());
    getAccessibleContext()
        .setAccessibleName("%s, %s %s".formatted(value.source(), value.called(), value.sure()));
    return this;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics;
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    FontMetrics metrics = g.getFontMetrics(getFont());
    int gap = metrics.getHeight() / 3;
    if (selected) {
      g.setColor(UIManager.getColor("List.selectionBackground"));
      g.fillRoundRect(gap / 2, gap / 2, getWidth() - gap, getHeight() - gap, gap, gap);
    }
    int side = Math.min(getWidth() - 2 * gap, getHeight() - 2 * gap - 2 * metrics.getHeight());
    int left = (getWidth() - side) / 2;
    Optional<? extends Image> image = images.apply(shown.source());
    g.setColor(Color.BLACK);
    g.fillRect(left, gap, side, side);
    image.ifPresent(there -> g.drawImage(there, left, gap, side, side, null));
    g.setFont(getFont());
    g.setColor(UIManager.getColor(selected ? "List.selectionForeground" : "Label.foreground"));
    int baseline = gap + side + metrics.getAscent() + gap / 2;
    centred(g, clip(shown.name(), metrics, getWidth() - 2 * gap), metrics, baseline);
    if (!selected) {
      g.setColor(UIManager.getColor("Label.disabledForeground"));
    }
    centred(g, shown.sure(), metrics, baseline + metrics.getHeight());
  }

  private void centred(Graphics2D g, String text, FontMetrics metrics, int y) {
    g.drawString(text, (getWidth() - metrics.stringWidth(text)) / 2, y);
  }

  private static String clip(String text, FontMetrics metrics, int width) {
    int from = 0;
    while (from < text.length() - 1
        && metrics.stringWidth((from == 0 ? "" : "\u2026") + text.substring(from)) > width) {
      from++;
    }
    return from == 0 ? text : "\u2026" + text.substring(from);
  }
}
