package axial.workbench.model;

import axial.model.Network;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.UIManager;

/** The sketch of a network, as wide as the view. */
final class SketchComponent extends JPanel implements Scrollable {

  private static final long serialVersionUID = 1L;

  private transient Optional<Sketch> sketch = Optional.empty();

  SketchComponent() {
    setName("zoo.sketch");
    setFocusable(true);
    getAccessibleContext().setAccessibleName("Layers of the network, drawn");
  }

  void show(Optional<Network> network) {
    sketch = network.map(Sketch::new);
    revalidate();
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    int inset = inset();
    Graphics2D g = (Graphics2D) graphics.create();
    g.translate(inset, inset);
    sketch.ifPresent(
        known ->
            known.paint(g, font(), UIManager.getColor("Label.foreground"), getWidth() - 2 * inset));
    g.dispose();
  }

  private int inset() {
    return font().getSize() / 2;
  }

  private static Font font() {
    return UIManager.getFont("Label.font");
  }

  @Override
  public Dimension getPreferredSize() {
    int height = sketch.map(known -> known.height(getFontMetrics(font()))).orElse(0);
    return new Dimension(20 * font().getSize(), height + 2 * inset());
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return 2 * font().getSize();
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
