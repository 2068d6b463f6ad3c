package axial.workbench.model;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** A column of forms that is as wide as the view and as high as it needs. */
final class FormColumn extends JPanel implements Scrollable {

  private static final long serialVersionUID = 1L;

  FormColumn() {
    super(new MigLayout("insets 0 0 0 4lp, wrap 1, gapy rel", "[grow, fill]"));
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return 2 * UIManager.getFont("Label.font").getSize();
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height;
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
