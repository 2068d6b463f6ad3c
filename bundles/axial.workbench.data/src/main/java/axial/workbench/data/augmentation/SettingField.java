package axial.workbench.data.augmentation;

import axial.job.Setting;
import axial.view.form.Typed;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** A field for one setting, of the sort that fits it: slider, tick, list or text. */
final class SettingField {

  private static final int STEPS = 100;
  private static final String ERROR = "JComponent.outline";

  private SettingField() {}

  /** A field that tells each allowed value, also while it is dragged. */
  static JComponent of(Setting setting, String value, Consumer<String> changed) {
    JComponent field = field(setting, value, changed);
    field.setToolTipText(setting.description() + " Allowed: " + setting.allowed() + ".");
    return field;
  }

  private static JComponent field(Setting setting, String value, Consumer<String> changed) {
    if (setting instanceof Setting.Whole whole) {
      long most = Math.min(whole.max(), whole.min() + STEPS);
      return slider(setting, value, (double) whole.min(), (double) most, true, changed);
    }
    if (setting instanceof Setting.Real real) {
      return slider(setting, value, real.min(), real.max(), false, changed);
    }
    if (setting instanceof Setting.Flag) {
      return tick(value, changed);
    }
    if (setting instanceof Setting.Choice choice) {
      return list(choice, value, changed);
    }
    return text(setting, value, changed);
  }

  private static JComponent slider(
      Setting setting,
      String value,
      double min,
      double max,
      boolean whole,
      Consumer<String> changed) {
    double at = Double.parseDouble(value);
    double most = Math.max(max, at);
    int steps = whole ? (int) Math.min(STEPS, Math.max(1, most - min)) : STEPS;
    JSlider slider = new JSlider(0, steps, (int) Math.round((at - min) / (most - min) * steps));
    JLabel number = new JLabel(words(at), SwingConstants.RIGHT);
    slider.addChangeListener(
        event -> {
          double now = min + (most - min) * slider.getValue() / steps;
          String text = whole ? Long.toString(Math.round(now)) : words(now);
          if (!text.equals(number.getText())) {
            number.setText(text);
            changed.accept(setting.accepts(text) ? text : setting.defaultText());
          }
        });
    JPanel both = new JPanel(new MigLayout("insets 0, fillx", "[grow, fill]rel[36lp!, fill]"));
    both.add(slider, "wmin 0");
    both.add(number);
    return both;
  }

  private static String words(double value) {
    return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }

  private static JComponent tick(String value, Consumer<String> changed) {
    JCheckBox box = new JCheckBox("", Boolean.parseBoolean(value));
    box.addActionListener(event -> changed.accept(Boolean.toString(box.isSelected())));
    return box;
  }

  private static JComponent list(Setting.Choice choice, String value, Consumer<String> changed) {
    JComboBox<String> box = new JComboBox<>(choice.options().toArray(String[]::new));
    box.setSelectedItem(value);
    box.addActionListener(
        event -> changed.accept(Objects.toString(box.getSelectedItem(), choice.defaultText())));
    return box;
  }

  private static JComponent text(Setting setting, String value, Consumer<String> changed) {
    JTextField field = new JTextField(value, 8);
    field
        .getDocument()
        .addDocumentListener(
            new Typed(
                () -> {
                  boolean right = setting.accepts(field.getText().strip());
                  field.putClientProperty(ERROR, right ? null : "error");
                  if (right) {
                    changed.accept(field.getText().strip());
                  }
                }));
    return field;
  }
}
