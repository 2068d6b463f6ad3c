package axial.view.form;

import axial.job.Setting;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;

/**
 * The component of one setting.
 *
 * @param component what the user works with
 * @param show has it show what was entered, or the default for an empty text
 */
record Field(JComponent component, Consumer<String> show) {

  private static final int COLUMNS = 9;
  private static final int WIDE = 14;

  /**
   * Makes one.
   *
   * @param standing the default
   * @param typed is told each text as it is typed
   */
  static Field of(Setting setting, String standing, Consumer<String> typed) {
    if (setting instanceof Setting.Choice choice) {
      return options(choice.options(), standing, typed);
    }
    if (setting instanceof Setting.Flag) {
      return flag(standing, typed);
    }
    return text(setting, standing, typed);
  }

  private static Field options(List<String> options, String standing, Consumer<String> typed) {
    JComboBox<String> box = new JComboBox<>(options.toArray(String[]::new));
    box.setSelectedItem(standing);
    box.addActionListener(event -> typed.accept(String.valueOf(box.getSelectedItem())));
    return new Field(box, text -> box.setSelectedItem(text.isEmpty() ? standing : text));
  }

  private static Field flag(String standing, Consumer<String> typed) {
    JCheckBox box = new JCheckBox("", Boolean.parseBoolean(standing));
    box.addActionListener(event -> typed.accept(Boolean.toString(box.isSelected())));
    return new Field(
        box, text -> box.setSelected(Boolean.parseBoolean(text.isEmpty() ? standing : text)));
  }

  private static Field text(Setting setting, String standing, Consumer<String> typed) {
    boolean wide = setting instanceof Setting.Text || setting instanceof Setting.Numbers;
    JTextField field = new JTextField(wide ? WIDE : COLUMNS);
    field.putClientProperty("JTextField.placeholderText", standing);
    field.getDocument().addDocumentListener(new Typed(() -> typed.accept(field.getText())));
    return new Field(
        field,
        text -> {
          if (!field.getText().strip().equals(text)) {
            field.setText(text);
          }
        });
  }
}
