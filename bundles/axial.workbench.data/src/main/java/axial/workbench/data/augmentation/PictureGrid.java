package axial.workbench.data.augmentation;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.Scrollable;
import javax.swing.UIManager;

/** Rows of pictures: an image, then its variations, as large as the width lets them be. */
final class PictureGrid extends JComponent implements Scrollable {

  private static final long serialVersionUID = 1L;

  private transient List<Row> rows = List.of();

  /** An image with its variations. */
  record Row(String name, String className, List<BufferedImage> pictures) {}

  PictureGrid() {
    setName("augmentation.pictures");
    setFont(UIManager.getFont("Label.font"));
  }

  void show(List<Row> shown) {
    rows = List.copyOf(shown);
    getAccessibleContext()
        .setAccessibleName("%d images, each with its variations".formatted(rows.size()));
    revalidate();
    repaint();
  }

  private int columns() {
    return rows.stream().mapToInt(row -> row.pictures().size()).max().orElse(1);
  }

  private int gap() {
    return Math.max(3, metrics().getHeight() / 3);
  }

  private FontMetrics metrics() {
    return getFontMetrics(getFont());
  }

  /** Side of a cell; the image itself has a little more room at its right. */
  private int side(int width) {
    int gaps = (columns() + 1) * gap();
    return Math.max(2 * metrics().getHeight(), (width - gaps) / columns());
  }

  private int rowHeight(int width) {
    return side(width) + metrics().getHeight() + 2 * gap();
  }

  @Override
  public Dimension getPreferredSize() {
    int width = getParent() == null ? getWidth() : getParent().getWidth();
    return new Dimension(
        columns() * 3 * metrics().getHeight(),
        metrics().getHeight() + gap() + rows.size() * rowHeight(width));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.setFont(getFont());
    int side = side(getWidth());
    int gap = gap();
    FontMetrics metrics = metrics();
    g.setColor(UIManager.getColor("Label.disabledForeground"));
    for (int i = 0; !rows.isEmpty() && i < columns(); i++) {
      g.drawString(i == 0 ? "Image" : "Epoch " + i, i * (side + gap), metrics.getAscent());
    }
    int y = metrics.getHeight() + gap;
    for (Row row : rows) {
      int x = 0;
      for (BufferedImage picture : row.pictures()) {
        place(g, picture, x, y, side);
        x += side + gap;
      }
      g.setColor(UIManager.getColor("Label.foreground"));
      g.drawString(row.name() + "  (" + row.className() + ")", 0, y + side + metrics.getAscent());
      y += rowHeight(getWidth());
    }
    g.dispose();
  }

  private static void place(Graphics2D g, BufferedImage picture, int x, int y, int side) {
    double scale =
        Math.min((double) side / picture.getWidth(), (double) side / picture.getHeight());
    int width = (int) Math.round(picture.getWidth() * scale);
    int height = (int) Math.round(picture.getHeight() * scale);
    g.drawImage(picture, x + (side - width) / 2, y + (side - height) / 2, width, height, null);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    int line = metrics().getHeight();
    return new Dimension(line * 30, line * 24);
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return metrics().getHeight() * 2;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return rowHeight(getWidth());
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getPreferredSize().height < getParent().getHeight();
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
