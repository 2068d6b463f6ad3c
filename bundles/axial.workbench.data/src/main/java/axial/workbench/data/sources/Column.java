package axial.workbench.data.sources;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import net.miginfocom.swing.MigLayout;

/** A column that is as wide as its scroll pane. */
final class Column extends JPanel implements Scrollable {

  private static final long serialVersionUID = 1L;

  Column() {
    super(new MigLayout("insets 0 0 0 rel, fillx, wrap 1, gapy 2lp", "[grow, fill]"));
    setName("sources.summary");
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(1, visible.height / 12);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(1, visible.height * 9 / 10);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }
}
