package axial.workbench.training;

import axial.view.form.Sign;
import axial.view.form.WrappedText;
import axial.workbench.training.hint.Hint;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The hints below the curves: a sign, what is seen, why, and what to do. */
final class HintList extends JPanel {

  private static final long serialVersionUID = 1L;

  HintList() {
    super(new MigLayout("insets 0, wrap 2, gapy 0, hidemode 3", "[]rel[grow, fill]"));
    setName("curves.hints");
    getAccessibleContext().setAccessibleName("Hints");
    setVisible(false);
  }

  void show(List<Hint> hints) {
    removeAll();
    for (Hint hint : hints) {
      JLabel sign = new JLabel(sign(hint.severity()));
      sign.getAccessibleContext().setAccessibleName(words(hint.severity()));
      WrappedText sentence = new WrappedText("Label.foreground");
      sentence.setText(hint.sentence());
      sentence.putClientProperty("FlatLaf.style", "font: bold");
      WrappedText reason = new WrappedText("Label.foreground");
      reason.setText(hint.reason() + " " + hint.advice());
      add(sign, "spany 2, aligny top, gaptop 1lp");
      add(sentence, "wmin 0, growx");
      add(reason, "wmin 0, growx, gapbottom rel");
    }
    setVisible(!hints.isEmpty());
    revalidate();
    repaint();
  }

  private static Sign sign(Hint.Severity severity) {
    return switch (severity) {
      case NOTE -> Sign.NOTE;
      case WARNING -> Sign.WARNING;
      case ERROR -> Sign.ERROR;
    };
  }

  private static String words(Hint.Severity severity) {
    return switch (severity) {
      case NOTE -> "Note";
      case WARNING -> "Warning";
      case ERROR -> "Error";
    };
  }
}
