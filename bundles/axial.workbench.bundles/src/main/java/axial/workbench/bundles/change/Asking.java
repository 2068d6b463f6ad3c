package axial.workbench.bundles.change;

import axial.view.form.WrappedText;
import java.awt.Component;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Asks a question in a dialogue over the window. Only on the event dispatch thread. */
public final class Asking {

  private Asking() {}

  /** Asks, and says whether the user agreed; not to answer means no. */
  public static boolean agreed(Component over, Question question) {
    Object[] options = {question.verb(), "Cancel"};
    return JOptionPane.showOptionDialog(
            over,
            panel(question),
            question.verb(),
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.PLAIN_MESSAGE,
            null,
            options,
            options[0])
        == 0;
  }

  /** What is asked, as it is laid out. */
  static JPanel panel(Question question) {
    JPanel panel = new JPanel(new MigLayout("insets 0, wrap 1, fillx", "[grow, fill, 380lp::]"));
    panel.setName("question");
    JLabel title = new JLabel(question.title());
    title.setName("question.title");
    title.putClientProperty("FlatLaf.styleClass", "h4");
    panel.add(title, "wmin 0, gapbottom rel");
    question.lines().forEach(line -> panel.add(text(line, "Label.foreground"), "wmin 0"));
    if (!question.notes().isEmpty()) {
      WrappedText notes = text(String.join(" ", question.notes()), "Label.foreground");
      notes.setName("question.notes");
      panel.add(notes, "wmin 0, gaptop rel");
    }
    return panel;
  }

  private static WrappedText text(String words, String colour) {
    WrappedText text = new WrappedText(colour);
    text.setText(words);
    return text;
  }
}
