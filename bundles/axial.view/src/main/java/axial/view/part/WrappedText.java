package axial.view.part;

import java.awt.EventQueue;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/**
 * Words that wrap at the width there is, in the look of a label, and can be selected and copied.
 * Only on the event dispatch thread.
 */
public final class WrappedText extends JTextArea {

  private static final long serialVersionUID = 1L;

  private final boolean quiet;

  /**
   * Words.
   *
   * @param quiet whether they are drawn in the colour of what matters less
   */
  public WrappedText(String text, boolean quiet) {
    super(text);
    this.quiet = quiet;
    setEditable(false);
    setLineWrap(true);
    setWrapStyleWord(true);
    setColumns(10);
    look();
  }

  /** Words in the colour of a label. */
  public WrappedText(String text) {
    this(text, false);
  }

  private void look() {
    setOpaque(false);
    setBorder(null);
    setFont(UIManager.getFont("Label.font"));
    setForeground(UIManager.getColor(quiet ? "Label.disabledForeground" : "Label.foreground"));
  }

  /** The height that the words need is known only once the width is. */
  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean other = width != getWidth();
    super.setBounds(x, y, width, height);
    if (other) {
      EventQueue.invokeLater(this::revalidate);
    }
  }

  @Override
  public void updateUI() {
    super.updateUI();
    look();
  }
}
