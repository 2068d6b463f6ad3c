package axial.workbench.data.gallery;

import axial.data.Sample;
import axial.workbench.data.work.Marks;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.Scrollable;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of a gallery, of which only the visible ones are painted and have their thumbnails
 * made.
 */
final class GalleryCanvas extends JComponent implements Scrollable {

  private static final long serialVersionUID = 1L;

  private final transient GalleryController gallery;
  private int side;
  private int wantedFrom = -1;
  private int wantedTo = -1;

  GalleryCanvas(GalleryController gallery) {
    this.gallery = gallery;
    setOpaque(true);
    setFocusable(true);
    setName("gallery.tiles");
    Font small = UIManager.getFont("small.font");
    setFont(small == null ? UIManager.getFont("Label.font") : small);
    side = 6 * metrics().getHeight();
  }

  /** Sets the side of a thumbnail, in lines of text. */
  void side(double lines) {
    side = (int) Math.round(lines * metrics().getHeight());
    arranged();
  }

  /** Other tiles are shown. */
  void arranged() {
    wantedFrom = -1;
    getAccessibleContext().setAccessibleName("Gallery, %,d images".formatted(gallery.count()));
    revalidate();
    repaint();
  }

  Grid grid() {
    return new Grid(gallery.count(), getWidth(), TilePainter.cell(side, metrics()));
  }

  /** Whether the thumbnail of a tile is there. */
  boolean hasThumbnail(int place) {
    return gallery.feed().flatMap(feed -> feed.get(gallery.at(place))).isPresent();
  }

  private FontMetrics metrics() {
    return getFontMetrics(getFont());
  }

  /** Scrolls to the leading tile and repaints. */
  void selected() {
    int lead = gallery.selection().getLeadSelectionIndex();
    if (lead >= 0 && lead < gallery.count() && getWidth() > 0) {
      scrollRectToVisible(grid().bounds(lead));
      Sample sample = gallery.at(lead);
      getAccessibleContext()
          .setAccessibleDescription(sample.source() + ", " + className(sample, gallery.marks()));
    }
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      Rectangle clip = g.getClipBounds() == null ? getVisibleRect() : g.getClipBounds();
      g.setColor(UIManager.getColor("List.background"));
      g.fillRect(clip.x, clip.y, clip.width, clip.height);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      if (Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints")
          instanceof Map<?, ?> hints) {
        g.addRenderingHints(hints);
      } else {
        g.setRenderingHint(
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      }
      Grid grid = grid();
      want(grid);
      TilePainter painter = new TilePainter(metrics());
      g.setFont(getFont());
      for (int i = grid.first(clip.y); i < grid.end(clip.y + clip.height); i++) {
        painter.paint(g, grid.bounds(i), tile(i));
      }
    } finally {
      g.dispose();
    }
  }

  private TilePainter.Tile tile(int place) {
    Sample sample = gallery.at(place);
    Marks marks = gallery.marks();
    boolean selected = gallery.selection().isSelectedIndex(place);
    return new TilePainter.Tile(
        gallery.feed().flatMap(feed -> feed.get(sample)),
        sample.source(),
        marks.label(sample),
        className(sample, marks),
        marks.labels().containsKey(sample.source()),
        marks.excluded(sample),
        selected,
        selected && place == gallery.selection().getLeadSelectionIndex());
  }

  private String className(Sample sample, Marks marks) {
    return gallery.labels().map(labels -> labels.name(marks.label(sample))).orElse("");
  }

  /** Asks for the thumbnails of what is visible, then of a page below it and one above. */
  private void want(Grid grid) {
    Rectangle visible = getVisibleRect();
    int from = grid.first(visible.y);
    int to = grid.end(visible.y + visible.height);
    if (from == wantedFrom && to == wantedTo) {
      return;
    }
    wantedFrom = from;
    wantedTo = to;
    int page = to - from;
    List<Sample> samples = new ArrayList<>(3 * page);
    for (int i = from; i < Math.min(gallery.count(), to + page); i++) {
      samples.add(gallery.at(i));
    }
    for (int i = from - 1; i >= Math.max(0, from - page); i--) {
      samples.add(gallery.at(i));
    }
    gallery.feed().ifPresent(feed -> feed.want(samples));
  }

  @Override
  public Dimension getPreferredSize() {
    int width = getParent() == null ? getWidth() : getParent().getWidth();
    Grid grid = new Grid(gallery.count(), width, TilePainter.cell(side, metrics()));
    return new Dimension(grid.cell().width, grid.height());
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    Dimension cell = TilePainter.cell(side, metrics());
    return new Dimension(cell.width * 4, cell.height * 3);
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(1, grid().cell().height / 3);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    int row = grid().cell().height;
    return Math.max(row, visible.height / row * row);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getPreferredSize().height < getParent().getHeight();
  }

  /** The image under the pointer, for a tip. */
  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int place = grid().at(event.getPoint());
    if (place < 0) {
      return null;
    }
    Sample sample = gallery.at(place);
    String part = gallery.part(sample).map(p -> ", " + p.label()).orElse("");
    return sample.source() + " (" + className(sample, gallery.marks()) + part + ")";
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new AccessibleGallery();
    }
    return accessibleContext;
  }

  private final class AccessibleGallery extends AccessibleJComponent {
    private static final long serialVersionUID = 1L;

    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.LIST;
    }
  }
}
