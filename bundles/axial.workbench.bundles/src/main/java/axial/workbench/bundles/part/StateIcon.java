package axial.workbench.bundles.part;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import javax.swing.Icon;

/** How a bundle does, told by its shape as much as by its colour. */
public final class StateIcon implements Icon {

  private static final Color WORKS = new Color(0x009E73);
  private static final Color PARTLY = new Color(0xE69F00);
  private static final Color FAILED = new Color(0xD55E00);

  private final Health health;
  private final int side;

  /** A sign of that side, in pixels. */
  public StateIcon(Health health, int side) {
    this.health = health;
    this.side = side;
  }

  @Override
  public void paintIcon(Component on, Graphics graphics, int x, int y) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.translate(x, y);
    double s = side;
    switch (health) {
      case WORKS -> {
        g.setColor(WORKS);
        g.fill(new Ellipse2D.Double(s * 0.1, s * 0.1, s * 0.8, s * 0.8));
      }
      case STOPPED -> {
        g.setColor(on.getForeground());
        g.setStroke(new BasicStroke((float) (s * 0.12)));
        g.draw(new Rectangle2D.Double(s * 0.18, s * 0.18, s * 0.64, s * 0.64));
      }
      case PARTLY -> {
        g.setColor(PARTLY);
        g.fill(triangle(s));
      }
      case FAILED -> {
        g.setColor(FAILED);
        g.setStroke(
            new BasicStroke((float) (s * 0.2), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D cross = new Path2D.Double();
        cross.moveTo(s * 0.2, s * 0.2);
        cross.lineTo(s * 0.8, s * 0.8);
        cross.moveTo(s * 0.8, s * 0.2);
        cross.lineTo(s * 0.2, s * 0.8);
        g.draw(cross);
      }
      default -> throw new IllegalStateException("There is no icon for " + health);
    }
    g.dispose();
  }

  private static Path2D triangle(double s) {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(s * 0.5, s * 0.08);
    triangle.lineTo(s * 0.95, s * 0.9);
    triangle.lineTo(s * 0.05, s * 0.9);
    triangle.closePath();
    return triangle;
  }

  @Override
  public int getIconWidth() {
    return side;
  }

  @Override
  public int getIconHeight() {
    return side;
  }
}
