package axial.workbench.data.split;

import axial.data.DuplicateCounts;
import axial.run.LeakCertificate;
import axial.run.Prepared;
import axial.workbench.data.work.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The leak certificate in words, with a tick or a warning sign. */
final class Certificate extends JPanel {

  private static final long serialVersionUID = 1L;

  private final JLabel verdict = new JLabel();
  private final JTextArea words = new JTextArea();
  private final JLabel stale = new JLabel("Changed since: split again.");

  Certificate() {
    super(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow, fill]"));
    verdict.setName("split.verdict");
    verdict.setFont(verdict.getFont().deriveFont(Font.BOLD));
    words.setName("split.certificate");
    words.setEditable(false);
    words.setOpaque(false);
    words.setBorder(null);
    words.setLineWrap(true);
    words.setWrapStyleWord(true);
    words.setFont(UIManager.getFont("Label.font"));
    words.setColumns(24);
    words.getAccessibleContext().setAccessibleName("Leak certificate");
    stale.setName("split.stale");
    stale.setFont(stale.getFont().deriveFont(Font.ITALIC));
    add(verdict, "wmin 0");
    add(stale, "wmin 0");
    add(words, "wmin 0");
  }

  /** Shows what was found out about a split. */
  void show(Prepared prepared, boolean ofNow) {
    LeakCertificate leaks = prepared.leaks();
    verdict.setText(leaks.clean() ? "Nothing leaks" : "The split leaks");
    verdict.setIcon(new Sign(leaks.clean()));
    stale.setVisible(!ofNow);
    words.setText(text(prepared));
  }

  /** The certificate in sentences. */
  static String text(Prepared prepared) {
    LeakCertificate leaks = prepared.leaks();
    StringBuilder text = new StringBuilder();
    leaks.stamp().ifPresent(stamp -> text.append(stamp).append("\n"));
    text.append(leaks.text());
    if (leaks.seriesPairs() > 0) {
      text.append(
          ("\n%s across the parts may be neighbouring slices of one head; groups, such as range:5,"
                  + " keep those together.")
              .formatted(Words.counted(leaks.seriesPairs(), "pair")));
    }
    if (!prepared.duplicates().groups().isEmpty()) {
      text.append(
          "\nTaken out: %s (%s)."
              .formatted(
                  Words.images(prepared.removed().size()),
                  DuplicateCounts.of(prepared.duplicates().groups(), prepared.removed()).text()));
    }
    prepared.notes().forEach(note -> text.append("\n").append(note));
    return text.toString();
  }

  /** A tick in a circle, or an exclamation mark in a triangle: the shape tells, not the colour. */
  private static final class Sign implements Icon {
    private static final Color GOOD = new Color(0x00, 0x9E, 0x73);
    private static final Color BAD = new Color(0xD5, 0x5E, 0x00);
    private final boolean clean;

    Sign(boolean clean) {
      this.clean = clean;
    }

    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
      Graphics2D g = (Graphics2D) graphics.create();
      g.translate(x, y);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      int side = getIconWidth();
      g.setColor(clean ? GOOD : BAD);
      if (clean) {
        g.fillOval(0, 0, side, side);
      } else {
        g.fillPolygon(new int[] {0, side / 2, side}, new int[] {side, 0, side}, 3);
      }
      g.setColor(Color.WHITE);
      g.setStroke(new BasicStroke(side / 8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      if (clean) {
        g.drawPolyline(
            new int[] {side / 4, side * 9 / 20, side * 3 / 4},
            new int[] {side / 2, side * 7 / 10, side * 3 / 10},
            3);
      } else {
        g.drawLine(side / 2, side * 2 / 5, side / 2, side * 13 / 20);
        g.drawLine(side / 2, side * 17 / 20, side / 2, side * 17 / 20);
      }
      g.dispose();
    }

    @Override
    public int getIconWidth() {
      return UIManager.getFont("Label.font").getSize() * 4 / 3;
    }

    @Override
    public int getIconHeight() {
      return getIconWidth();
    }
  }
}
