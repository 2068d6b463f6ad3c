package axial.workbench.evaluation;

import java.awt.Font;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** Named numbers in rows. */
final class Figures extends JPanel {

  private static final long serialVersionUID = 1L;

  private final String prefix;
  private final Map<String, JLabel> values = new LinkedHashMap<>();

  /** Rows of which the values are components named by {@code prefix} and a key. */
  Figures(String prefix) {
    super(new MigLayout("insets 0, wrap 2, gapx 12lp, gapy 2lp, hidemode 3", "[][grow, fill]"));
    this.prefix = prefix;
  }

  /** Adds a row, or changes it; an empty value shows a dash. */
  void set(String key, String title, String value) {
    JLabel label = values.get(key);
    if (label == null) {
      label = new JLabel();
      label.setName(prefix + "." + key);
      label.setFont(UIManager.getFont("Label.font").deriveFont(Font.BOLD));
      JLabel name = new JLabel(title);
      name.setLabelFor(label);
      values.put(key, label);
      add(name);
      add(label, "wmin 0");
    }
    label.setText(value.isEmpty() ? "\u2013" : value);
    label.getAccessibleContext().setAccessibleName(title + ": " + label.getText());
  }

  void clear() {
    values.clear();
    removeAll();
  }
}
