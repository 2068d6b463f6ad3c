package axial.view.form;

import axial.job.Setting;
import axial.view.Change;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** A row of a form: label, field, reset; below them the problem and, on demand, what it does. */
final class SettingRow {

  private static final String OUTLINE = "JComponent.outline";

  private final Setting setting;
  private final Entries entries;
  private final Field field;
  private final JButton reset = new JButton(Sign.RESET);
  private final WrappedText problem = new WrappedText("Label.foreground");
  private final JLabel problemSign = new JLabel(Sign.ERROR);
  private final WrappedText description;
  private String told;
  private Consumer<Change> finished = change -> {};
  private boolean showing;
  private boolean typing;

  SettingRow(JPanel form, String prefix, Setting setting, Entries entries) {
    this.setting = setting;
    this.entries = entries;
    this.field = Field.of(setting, entries.standing(setting.key()), this::typed);
    this.told = entries.value(setting.key());
    this.description = new WrappedText("Label.disabledForeground");
    String label = Words.label(setting.key());
    JLabel name = new JLabel(label);
    JComponent component = field.component();
    component.setName("setting." + prefix + setting.key());
    component.getAccessibleContext().setAccessibleName(label);
    component.getAccessibleContext().setAccessibleDescription(setting.description());
    name.setLabelFor(component);
    name.setToolTipText(Words.tooltip(setting));
    component.setToolTipText(Words.tooltip(setting));
    reset.setName("reset." + prefix + setting.key());
    reset.setToolTipText("Reset to " + entries.standing(setting.key()));
    reset.getAccessibleContext().setAccessibleName("Reset " + label + " to its default");
    reset.putClientProperty("JButton.buttonType", "toolBarButton");
    reset.addActionListener(event -> resetToDefault());
    problem.setName("problem." + prefix + setting.key());
    description.setText(setting.description());
    description.setVisible(false);
    form.add(name);
    form.add(component, "growx, wmin 48lp");
    form.add(reset, "hidemode 0");
    form.add(problemSign, "skip 1, split 2, span 2, growx 0, aligny top");
    form.add(problem, "growx, pushx, wmin 0, wrap");
    form.add(description, "span 3, growx, wmin 0, gapbottom rel");
    component
        .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke("F1"), "explain");
    component.getActionMap().put("explain", new Explain());
    refresh();
  }

  private void typed(String text) {
    if (!showing) {
      typing = true;
      try {
        entries.enter(setting.key(), text);
      } finally {
        typing = false;
      }
      if (!(field.component() instanceof JTextField)) {
        tell();
      }
    }
  }

  private void resetToDefault() {
    entries.reset(setting.key());
    tell();
    field.component().requestFocusInWindow();
  }

  /** A choice is an edit at once, a text when its field is left or Enter is pressed. */
  void undoable(Consumer<Change> done) {
    finished = done;
    if (field.component() instanceof JTextField text) {
      text.addFocusListener(
          new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
              tell();
            }
          });
      text.addActionListener(event -> tell());
    }
  }

  private void tell() {
    String before = told;
    String after = entries.value(setting.key());
    if (!showing && !before.equals(after)) {
      told = after;
      String title = "Set " + Words.label(setting.key()).toLowerCase(Locale.ROOT);
      finished.accept(new Change(title + " to " + after, () -> put(before), () -> put(after)));
    }
  }

  private void put(String value) {
    told = value;
    entries.enter(setting.key(), value);
  }

  void refresh() {
    String key = setting.key();
    if (!typing) { // a field cannot be changed while it tells of a change
      showing = true;
      try {
        field.show().accept(entries.entered(key).orElse(""));
      } finally {
        showing = false;
      }
    }
    Optional<String> wrong = entries.problem(key);
    field.component().putClientProperty(OUTLINE, wrong.isPresent() ? "error" : null);
    problem.setText(wrong.orElse(""));
    problem.setVisible(wrong.isPresent());
    problemSign.setVisible(wrong.isPresent());
    field
        .component()
        .getAccessibleContext()
        .setAccessibleDescription(wrong.orElse(setting.description()));
    reset.setEnabled(field.component().isEnabled() && entries.entered(key).isPresent());
    reset.setVisible(entries.entered(key).isPresent());
  }

  void explain(boolean shown) {
    description.setVisible(shown);
  }

  void setEnabled(boolean enabled) {
    field.component().setEnabled(enabled);
    refresh();
  }

  private final class Explain extends AbstractAction {
    private static final long serialVersionUID = 1L;

    @Override
    public void actionPerformed(ActionEvent event) {
      explain(!description.isVisible());
    }
  }
}
