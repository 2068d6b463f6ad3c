package axial.view.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import javax.swing.Icon;
import javax.swing.UIManager;

/**
 * Signs beside text, drawn in the size of the text and the colours of the window. Each has a shape
 * of its own, so that no colour is needed to tell them apart.
 */
public enum Sign implements Icon {
  /** A disc with an i: worth knowing. */
  NOTE("Component.accentColor", new Color(0x0072B2)),
  /** A triangle with an exclamation mark: worth a look. */
  WARNING("Component.warning.focusedBorderColor", new Color(0xE69F00)),
  /** An octagon with an exclamation mark: something is wrong. */
  ERROR("Component.error.focusedBorderColor", new Color(0xD55E00)),
  /** An arrow that turns back: go back to the default. */
  RESET("Label.foreground", Color.DARK_GRAY);

  private final String key;
  private final transient Color otherwise;

  Sign(String key, Color otherwise) {
    this.key = key;
    this.otherwise = otherwise;
  }

  @Override
  public int getIconWidth() {
    Font font = UIManager.getFont("Label.font");
    return font == null ? 14 : Math.round(font.getSize2D() * 1.1f);
  }

  @Override
  public int getIconHeight() {
    return getIconWidth();
  }

  @Override
  public void paintIcon(Component on, Graphics graphics, int x, int y) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.translate(x, y);
    double unit = getIconWidth() / 16.0;
    g.scale(unit, unit);
    Color colour = UIManager.getColor(key);
    g.setColor(colour == null ? otherwise : colour);
    g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    switch (this) {
      case NOTE -> {
        g.draw(new Ellipse2D.Double(1.5, 1.5, 13, 13));
        g.fill(new Ellipse2D.Double(7, 4, 2, 2));
        g.fillRect(7, 7, 2, 5);
      }
      case WARNING -> {
        g.draw(polygon(8, 1.5, 15, 14, 1, 14));
        mark(g);
      }
      case ERROR -> {
        g.draw(
            polygon(
                5.5, 1.5, 10.5, 1.5, 14.5, 5.5, 14.5, 10.5, 10.5, 14.5, 5.5, 14.5, 1.5, 10.5, 1.5,
                5.5));
        mark(g);
      }
      case RESET -> {
        if (!on.isEnabled()) {
          g.setColor(UIManager.getColor("Label.disabledForeground"));
        }
        g.draw(new Arc2D.Double(3, 3, 10, 10, 130, -270, Arc2D.OPEN));
        g.draw(polygon(4.8, 4.2, 4.4, 0.9, 7.9, 3.4));
      }
    }
    g.dispose();
  }

  private static void mark(Graphics2D g) {
    g.fillRect(7, 5, 2, 5);
    g.fill(new Ellipse2D.Double(7, 11, 2, 2));
  }

  private static Path2D polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }
}
