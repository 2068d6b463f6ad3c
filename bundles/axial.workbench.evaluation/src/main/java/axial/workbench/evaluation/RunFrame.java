package axial.workbench.evaluation;

import axial.run.RunRecord;
import java.awt.BorderLayout;
import java.awt.Font;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/**
 * What is about every content: whose run it is, the stamp of a run that leaks, and what Axial is
 * not.
 */
final class RunFrame extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final float SMALL = 0.9f;

  private final JPanel whole = new JPanel();
  private final JLabel title = new JLabel();
  private final JTextArea stamp = new JTextArea();
  private final JLabel notice = new JLabel("Research software, not a medical device.");

  RunFrame(String name, JComponent content) {
    super(new BorderLayout());
    setName(name);
    title.setName(name + ".run");
    stamp.setName(name + ".stamp");
    stamp.setEditable(false);
    stamp.setLineWrap(true);
    stamp.setWrapStyleWord(true);
    stamp.getAccessibleContext().setAccessibleName("Leaks of this run");
    whole.setLayout(
        new MigLayout("fill, insets 8lp, hidemode 3", "[grow, fill]", "[][][grow, fill][]"));
    whole.add(title, "cell 0 0, wmin 0");
    whole.add(stamp, "cell 0 1, wmin 0");
    whole.add(content, "cell 0 2, wmin 0, hmin 0, grow");
    whole.add(notice, "cell 0 3, wmin 0");
    dress();
  }

  /** Shows the content with the words about its run. */
  void show(RunRecord run) {
    title.setText(run.id() + "  \u2022  " + run.spec().model().id() + " on " + dataName(run));
    title.setToolTipText(run.folder().toString());
    stamp.setText(run.stamp().orElse(""));
    stamp.setVisible(run.stamp().isPresent());
    put(whole);
  }

  /** Shows that there is nothing. */
  void empty(JComponent panel) {
    put(panel);
  }

  private static String dataName(RunRecord run) {
    return run.data().map(RunRecord.DataRecord::name).orElse(run.spec().data());
  }

  private void put(JComponent component) {
    if (getComponentCount() != 1 || getComponent(0) != component) {
      removeAll();
      add(component);
    }
    revalidate();
    repaint();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (title != null) {
      dress();
    }
  }

  private void dress() {
    Font font = UIManager.getFont("Label.font");
    title.setFont(font.deriveFont(Font.BOLD));
    notice.setFont(font.deriveFont(font.getSize2D() * SMALL));
    notice.setForeground(UIManager.getColor("Label.disabledForeground"));
    Stamp.dress(stamp);
  }
}
