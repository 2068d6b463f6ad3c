package axial.view.part;

import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** What a view shows while it has nothing: what it will show, and the one next step. */
public final class EmptyPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  /** The next step: the words on its button, and what it does. */
  public record Step(String title, Runnable action) {}

  /**
   * A panel without a next step, such as one that waits for a selection in another view.
   *
   * @param title a few words: "No image is selected"
   * @param text one or two sentences about what the view will show
   */
  public EmptyPanel(String title, String text) {
    this(title, text, List.of());
  }

  /** A panel with a next step; the button is called {@code next-step}. */
  public EmptyPanel(String title, String text, Step step) {
    this(title, text, List.of(step));
  }

  /** A panel with a next step and another way to go; its button is called {@code other-step}. */
  public EmptyPanel(String title, String text, Step step, Step other) {
    this(title, text, List.of(step, other));
  }

  private EmptyPanel(String title, String text, List<Step> steps) {
    super(
        new MigLayout(
            "wrap 1, insets 3lp, fill",
            "[center]",
            "push" + "[]".repeat(2 + steps.size()) + "push"));
    JLabel heading = new JLabel(title);
    heading.putClientProperty("FlatLaf.styleClass", "h3");
    add(heading, "wmin 0");
    JTextArea words = new JTextArea(text);
    words.setEditable(false);
    words.setFocusable(false);
    words.setLineWrap(true);
    words.setWrapStyleWord(true);
    words.setOpaque(false);
    words.setBorder(null);
    words.setFont(UIManager.getFont("Label.font"));
    words.setForeground(UIManager.getColor("Label.disabledForeground"));
    words.setColumns(34);
    add(words, "wmin 0, growx 0");
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      boolean first = i == 0;
      JButton button = new JButton(step.title());
      button.setName(first ? "next-step" : "other-step");
      button.addActionListener(event -> step.action().run());
      add(button, first ? "gaptop unrel" : "gaptop rel");
    }
  }
}
