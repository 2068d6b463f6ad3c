package axial.workbench.bundles.catalog;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** A picture as wide as the column in which it stands, and as high as that makes it. */
final class PictureBox extends JComponent {

  private static final long serialVersionUID = 1L;
  private static final int USUAL = 320;

  private final transient BufferedImage picture;

  PictureBox(BufferedImage picture) {
    this.picture = picture;
    setName("offers.picture");
    getAccessibleContext().setAccessibleName("A picture of the extension");
  }

  @Override
  public Dimension getPreferredSize() {
    int width = getWidth() > 0 ? getWidth() : USUAL;
    return new Dimension(width, height(width));
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean other = width != getWidth();
    super.setBounds(x, y, width, height);
    if (other) {
      EventQueue.invokeLater(this::revalidate);
    }
  }

  private int height(int width) {
    return Math.max(1, (int) ((long) picture.getHeight() * width / picture.getWidth()));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(picture, 0, 0, getWidth(), height(getWidth()), null);
    g.setColor(UIManager.getColor("Component.borderColor"));
    g.drawRect(0, 0, getWidth() - 1, height(getWidth()) - 1);
    g.dispose();
  }
}
