package axial.workbench.evaluation;

import axial.chart.ChartTheme;
import java.awt.Color;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** The look of the words that a run which leaks must bear: bold, in a frame of vermilion. */
final class Stamp {

  private static final Color VERMILION = new Color(0xD55E00);
  private static final double TINT = 0.14;

  private Stamp() {}

  static void dress(JTextArea stamp) {
    Font font = UIManager.getFont("Label.font");
    Color ground = UIManager.getColor("Panel.background");
    int gap = Math.round(font.getSize2D() / 3);
    stamp.setFont(font.deriveFont(Font.BOLD));
    stamp.setForeground(UIManager.getColor("Label.foreground"));
    stamp.setBackground(ChartTheme.mix(VERMILION, ground, TINT));
    stamp.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(0, Math.max(2, gap), 0, 0, VERMILION),
            BorderFactory.createEmptyBorder(gap, gap * 2, gap, gap * 2)));
  }
}
