package axial.view.testing;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** Pictures of components without a window, in the look of the workbench. */
public final class Picture {

  private Picture() {}

  /**
   * Makes the look of the workbench that of this JVM; before components are made.
   *
   * @param scale 1 for 100 %, 2 for 200 %
   */
  public static void look(boolean dark, double scale) {
    UIManager.put("defaultFont", null); // what an earlier call has set would be scaled again
    FlatLaf.setup(dark ? new FlatDarkLaf() : new FlatLightLaf());
    Font font = UIManager.getFont("defaultFont");
    UIManager.put("defaultFont", font.deriveFont((float) (font.getSize2D() * scale)));
    FlatLaf.updateUI();
  }

  /** Lays a component out in a size and paints it; on the event dispatch thread. */
  public static BufferedImage of(JComponent component, int width, int height) {
    component.setSize(width, height);
    layOut(component);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    component.paint(graphics);
    graphics.dispose();
    return image;
  }

  /** The same, written as PNG. */
  public static void write(JComponent component, int width, int height, Path file)
      throws IOException {
    ImageIO.write(of(component, width, height), "png", file.toFile());
  }

  private static void layOut(Component component) {
    component.doLayout();
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        layOut(child);
      }
    }
  }
}
