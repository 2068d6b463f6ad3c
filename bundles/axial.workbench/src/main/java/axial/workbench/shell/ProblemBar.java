package axial.workbench.shell;

import axial.job.Problem;
import java.awt.Font;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JToggleButton;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Tells of the last problem above the views, with its details folded, until it is closed. */
final class ProblemBar extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int DETAIL_ROWS = 10;

  private final JTextArea text = new JTextArea();
  private final JTextArea details = new JTextArea(DETAIL_ROWS, 0);
  private final JScrollPane fold = new JScrollPane(details);
  private final JToggleButton unfold = new JToggleButton("Details");
  private final JLabel mark = new JLabel("Problem");

  ProblemBar() {
    super(new MigLayout("insets 6lp 10lp 6lp 10lp, fillx, hidemode 3", "[][grow,fill][][]", "[]"));
    setName("problem");
    mark.setFont(mark.getFont().deriveFont(Font.BOLD));
    text.setName("problem.text");
    text.setEditable(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setOpaque(false);
    text.setBorder(null);
    details.setEditable(false);
    details.setName("problem.details");
    unfold.setName("problem.unfold");
    JButton close = new JButton("Close");
    close.setName("problem.close");
    close.addActionListener(event -> setVisible(false));
    unfold.addActionListener(event -> fold(unfold.isSelected()));
    add(mark, "aligny top");
    add(text, "wmin 0, aligny top");
    add(unfold, "aligny top");
    add(close, "aligny top, wrap");
    add(fold, "span, growx, wmin 0");
    fold(false);
    colour();
    setVisible(false);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (mark != null) {
      colour();
    }
  }

  private void colour() {
    setBorder(
        BorderFactory.createMatteBorder(
            0, 4, 1, 0, UIManager.getColor("Component.error.focusedBorderColor")));
    mark.setForeground(UIManager.getColor("Component.error.focusedBorderColor"));
    text.setFont(UIManager.getFont("Label.font"));
    text.setForeground(UIManager.getColor("Label.foreground"));
  }

  private void fold(boolean open) {
    fold.setVisible(open);
    revalidate();
  }

  void tell(Problem problem, @Nullable Throwable cause) {
    text.setText(problem.text());
    text.setCaretPosition(0);
    unfold.setVisible(cause != null);
    unfold.setSelected(false);
    fold(false);
    if (cause != null) {
      StringWriter words = new StringWriter();
      cause.printStackTrace(new PrintWriter(words));
      details.setText(words.toString());
      details.setCaretPosition(0);
    }
    setVisible(true);
    revalidate();
  }
}
