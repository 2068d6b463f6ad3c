package axial.workbench.data.split;

import java.text.DecimalFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/** The settings of a split, and the button that makes it. */
final class SplitForm extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final List<String> GROUPS =
      List.of("none", "folder", "range:5", "csv:patients.csv", "(patient\\d+)");

  private final JComboBox<String> group = new JComboBox<>(GROUPS.toArray(String[]::new));
  private final JComboBox<String> finder = new JComboBox<>();
  private final JSpinner train = new JSpinner(new SpinnerNumberModel(80.0, 1.0, 98.0, 1.0));
  private final JSpinner validation = new JSpinner(new SpinnerNumberModel(5.0, 1.0, 98.0, 1.0));
  private final JLabel test = new JLabel();
  private final JSpinner seed =
      new JSpinner(
          new SpinnerNumberModel(
              Long.valueOf(1), Long.valueOf(0), Long.valueOf(Integer.MAX_VALUE), Long.valueOf(1)));
  private final JButton split = new JButton("Split");
  private boolean groups = true;

  SplitForm(Runnable asked) {
    super(new MigLayout("insets 0, wrap 2, gapy 3lp", "[][grow, fill]"));
    group.setEditable(true);
    group.setToolTipText(
        "What must stay together: none; folder; range:N, N neighbours by number; csv:FILE, a table"
            + " of patients; or an expression such as (patient\\d+).");
    finder.setToolTipText("What finds pictures that are there twice");
    train.setToolTipText("Share of the training part, in per cent");
    validation.setToolTipText("Share of the validation part, in per cent");
    seed.setToolTipText("Another seed draws other parts; the same seed draws the same");
    split.addActionListener(event -> asked.run());
    train.addChangeListener(event -> tellTest());
    validation.addChangeListener(event -> tellTest());
    test.setName("split.test");
    row("Stay together", group, "split.group");
    row("Duplicates", finder, "split.finder");
    JPanel shares = new JPanel(new MigLayout("insets 0, gapx rel", "[][][][][]"));
    part(shares, "Training", train, "split.train");
    part(shares, "Validation", validation, "split.validation");
    shares.add(test);
    add(new JLabel("Shares, %"));
    add(shares, "wmin 0");
    row("Seed", seed, "split.seed");
    split.setName("split.split");
    add(split, "skip 1, growx 0");
    tellTest();
  }

  private void row(String words, JComponent field, String name) {
    JLabel label = new JLabel(words);
    label.setLabelFor(field);
    name(field, name, words);
    add(label);
    add(field, "wmin 0, wmax 240lp");
  }

  private static void part(JPanel shares, String words, JSpinner field, String name) {
    name(field, name, words + ", per cent");
    ((JSpinner.NumberEditor) field.getEditor()).getTextField().setColumns(3);
    JLabel label = new JLabel(words);
    label.setLabelFor(field);
    shares.add(label);
    shares.add(field);
  }

  private static void name(JComponent field, String name, String words) {
    field.setName(name);
    field.getAccessibleContext().setAccessibleName(words);
  }

  private void tellTest() {
    double left = 100 - number(train) - number(validation);
    test.setText(
        left >= 1 ? "Test " + new DecimalFormat("0.#").format(left) : "Test: nothing is left");
    split.setEnabled(left >= 1);
  }

  private static double number(JSpinner spinner) {
    return ((Number) spinner.getValue()).doubleValue();
  }

  /** Shows settings. */
  void show(SplitSettings settings, List<String> finders) {
    groups = settings.group().isPresent();
    group.setEnabled(groups);
    group.setSelectedItem(settings.group().orElse("as the data say"));
    finder.removeAllItems();
    finders.forEach(finder::addItem);
    finder.setSelectedItem(settings.finder());
    train.setValue(settings.train());
    validation.setValue(settings.validation());
    seed.setValue(settings.seed());
    tellTest();
  }

  /** The settings as they are in the form. */
  SplitSettings settings() {
    Object chosen = group.getEditor().getItem();
    return new SplitSettings(
        groups ? Optional.of(Objects.toString(chosen, "none").strip()) : Optional.empty(),
        Objects.toString(finder.getSelectedItem(), "exact"),
        number(train),
        number(validation),
        ((Number) seed.getValue()).longValue());
  }
}
