package axial.workbench.data.sources;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** A value, a bar and how many images have it. */
final class CountRow extends JPanel {

  private static final long serialVersionUID = 1L;

  CountRow(Summary.Count count, int most, Optional<Color> colour) {
    super(
        new MigLayout("insets 0, fillx", "[0:0, grow 55, fill]rel[0:0, grow 45, fill]rel[38lp!]"));
    JLabel value = new JLabel(count.value());
    value.setToolTipText(count.value());
    add(value, "wmin 0");
    add(
        new Bar(
            most == 0 ? 0 : (double) count.images() / most,
            colour.orElse(UIManager.getColor("ProgressBar.foreground"))));
    JLabel number = new JLabel("%,d".formatted(count.images()), SwingConstants.RIGHT);
    add(number, "growx");
    getAccessibleContext()
        .setAccessibleName("%s: %,d images".formatted(count.value(), count.images()));
  }

  private static final class Bar extends JComponent {
    private static final long serialVersionUID = 1L;
    private final double share;
    private final Color colour;

    Bar(double share, Color colour) {
      this.share = share;
      this.colour = colour;
      int height = getFontMetrics(UIManager.getFont("Label.font")).getAscent() * 2 / 3;
      setPreferredSize(new Dimension(height * 4, height));
      setMinimumSize(new Dimension(0, height));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D g = (Graphics2D) graphics.create();
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      int round = getHeight() / 2;
      g.setColor(UIManager.getColor("ProgressBar.background"));
      g.fillRoundRect(0, 0, getWidth(), getHeight(), round, round);
      g.setColor(colour);
      g.fillRoundRect(0, 0, (int) Math.round(share * getWidth()), getHeight(), round, round);
      g.dispose();
    }
  }
}
