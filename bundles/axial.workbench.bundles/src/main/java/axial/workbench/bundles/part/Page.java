package axial.workbench.bundles.part;

import axial.view.form.WrappedText;
import axial.view.part.Column;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A column of words, as wide as the view. On the event dispatch thread. */
public final class Page extends Column {

  private static final long serialVersionUID = 1L;

  /** An empty page. */
  public Page() {
    super(new MigLayout("insets rel unrel unrel unrel, fillx, wrap 1, gapy 2lp", "[grow, fill]"));
  }

  /** What it is about, on one line. */
  public void title(String text) {
    add(line(text, "font: +2 bold"), "wmin 0");
  }

  /** The title of a section. */
  public void heading(String text) {
    add(line(text, "font: bold"), "gaptop unrel, wmin 0");
  }

  /** A quiet line. */
  public void quiet(String text) {
    add(line(text, "foreground: $Label.disabledForeground"), "wmin 0");
  }

  /** A paragraph. */
  public void text(String text) {
    WrappedText words = new WrappedText("Label.foreground");
    words.setText(text);
    add(words, "wmin 0");
  }

  /** Buttons beside each other. */
  public void buttons(JButton... all) {
    JPanel row = new JPanel(new MigLayout("insets 0"));
    row.setOpaque(false);
    for (JButton one : all) {
      row.add(one);
    }
    add(row, "gaptop rel, gapbottom rel, wmin 0");
  }

  /** A line that is no page of HTML, whatever stands in it. */
  private static JLabel line(String text, String style) {
    JLabel label = new JLabel();
    label.putClientProperty("html.disable", true);
    label.putClientProperty("FlatLaf.style", style);
    label.setText(text);
    label.setToolTipText(text.startsWith("<") ? null : text);
    return label;
  }
}
