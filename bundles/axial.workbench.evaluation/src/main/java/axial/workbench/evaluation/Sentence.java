package axial.workbench.evaluation;

import axial.chart.ChartTheme;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A sentence or two that wrap, and can be read out and copied. */
final class Sentence extends JTextArea {

  private static final long serialVersionUID = 1L;

  private static final double SOFT = 0.75;

  Sentence(String name) {
    setName(name);
    setEditable(false);
    setLineWrap(true);
    setWrapStyleWord(true);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setFont(UIManager.getFont("Label.font"));
    ChartTheme theme = ChartTheme.window();
    setForeground(ChartTheme.mix(theme.text(), theme.background(), SOFT));
    setOpaque(false);
    setBorder(null);
  }
}
