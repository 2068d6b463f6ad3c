package axial.view.form;

import java.awt.EventQueue;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A text of the window that breaks its lines to the width that it is given. */
public final class WrappedText extends JTextArea {

  private static final long serialVersionUID = 1L;

  private final String colour;

  /** A text in a colour of the theme, such as {@code Label.disabledForeground}. */
  public WrappedText(String colour) {
    this.colour = colour;
    setEditable(false);
    setFocusable(false);
    setLineWrap(true);
    setWrapStyleWord(true);
    setOpaque(false);
    setColumns(1);
    dress();
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

  /** Follows the look of the window. */
  @Override
  public void updateUI() {
    super.updateUI();
    dress();
  }

  private void dress() {
    setBorder(null);
    setMargin(null);
    if (getClientProperty("FlatLaf.style") == null) { // which would have a say in the font
      setFont(UIManager.getFont("Label.font"));
    }
    if (colour != null) { // the super constructor asks before it is set
      setForeground(UIManager.getColor(colour));
    }
  }
}
