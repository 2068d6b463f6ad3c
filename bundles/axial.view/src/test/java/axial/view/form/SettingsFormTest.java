package axial.view.form;

import static org.assertj.core.api.Assertions.assertThat;

import axial.job.Setting;
import axial.view.Change;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;

class SettingsFormTest {

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting.Whole("filters", 16, 1, 256, "Filters of the first convolution."),
          new Setting.Real("learning-rate", 0.001, 1e-9, 1, "Learning rate to begin with."),
          new Setting.Numbers("range", "0,1", 2, 2, 0, 1, "From and to."),
          new Setting.Choice("mode", "fast", List.of("fast", "slow"), "How."),
          new Setting.Flag("dropout", true, "Whether values are dropped."),
          new Setting.Text("note", "", "Any words."));

  private final SettingsForm form =
      new SettingsForm("net.", SETTINGS, Map.of("filters", "32", "mode", "slow"));

  @Test
  void nothingEnteredMeansTheDefaultsOfTheRecipe() {
    assertThat(form.values()).isEmpty();
    assertThat(form.problem()).isEmpty();
    JTextField filters = find("setting.net.filters", JTextField.class);
    assertThat(filters.getText()).isEmpty();
    assertThat(filters.getClientProperty("JTextField.placeholderText")).isEqualTo("32");
    assertThat(find("setting.net.mode", JComboBox.class).getSelectedItem()).isEqualTo("slow");
    assertThat(form.entries().value("filters")).isEqualTo("32");
  }

  @Test
  void onlyWhatDiffersIsReported() {
    find("setting.net.filters", JTextField.class).setText("64");
    find("setting.net.learning-rate", JTextField.class).setText("0.001");
    find("setting.net.mode", JComboBox.class).setSelectedItem("fast");
    find("setting.net.dropout", JCheckBox.class).doClick();
    assertThat(form.values())
        .containsExactly(
            Map.entry("net.filters", "64"),
            Map.entry("net.mode", "fast"),
            Map.entry("net.dropout", "false"));
  }

  @Test
  void aWrongTextIsToldInWordsWhileItIsTyped() {
    JTextField filters = find("setting.net.filters", JTextField.class);
    filters.setText("0");
    JTextArea words = find("problem.net.filters", JTextArea.class);
    assertThat(words.isVisible()).isTrue();
    assertThat(words.getText())
        .isEqualTo("\"0\" cannot be used. Give a whole number from 1 to 256.");
    assertThat(filters.getClientProperty("JComponent.outline")).isEqualTo("error");
    assertThat(form.problem()).hasValueSatisfying(text -> assertThat(text).startsWith("Filters: "));
    assertThat(form.values()).isEmpty();

    filters.setText("1");
    assertThat(words.isVisible()).isFalse();
    assertThat(form.problem()).isEmpty();
  }

  @Test
  void resetGoesBackToTheDefault() {
    JButton reset = find("reset.net.filters", JButton.class);
    assertThat(reset.isEnabled()).isFalse();
    find("setting.net.filters", JTextField.class).setText("64");
    assertThat(reset.isEnabled()).isTrue();
    reset.doClick();
    assertThat(find("setting.net.filters", JTextField.class).getText()).isEmpty();
    assertThat(form.values()).isEmpty();
  }

  @Test
  void listenersHearEachChangeOnceAndNoneAfterCancel() {
    int[] heard = {0};
    var subscription = form.watch(() -> heard[0]++);
    find("setting.net.dropout", JCheckBox.class).doClick();
    form.enter(Map.of("net.note", "a try", "net.dropout", "false"));
    assertThat(heard[0]).isEqualTo(2);
    subscription.cancel();
    form.enter(Map.of());
    assertThat(heard[0]).isEqualTo(2);
  }

  @Test
  void finishedEditsCanBeUndoneAndRedone() {
    List<Change> changes = new ArrayList<>();
    form.undoable(changes::add);
    JTextField filters = find("setting.net.filters", JTextField.class);
    filters.setText("64");
    filters.postActionEvent();
    find("setting.net.mode", JComboBox.class).setSelectedItem("fast");
    assertThat(changes)
        .extracting(Change::title)
        .containsExactly("Set filters to 64", "Set mode to fast");
    changes.get(0).undo().run();
    assertThat(form.values()).containsOnlyKeys("net.mode");
    assertThat(filters.getText()).isEmpty();
    changes.get(0).redo().run();
    assertThat(form.values()).containsEntry("net.filters", "64");
  }

  @Test
  void aRowExplainsItselfToScreenReaders() {
    JTextField rate = find("setting.net.learning-rate", JTextField.class);
    assertThat(rate.getAccessibleContext().getAccessibleName()).isEqualTo("Learning rate");
    assertThat(rate.getAccessibleContext().getAccessibleDescription())
        .isEqualTo("Learning rate to begin with.");
  }

  private <T extends Component> T find(String name, Class<T> type) {
    return type.cast(find(form, name));
  }

  private static Component find(Container in, String name) {
    for (Component child : in.getComponents()) {
      if (name.equals(child.getName())) {
        return child;
      }
    }
    throw new AssertionError("There is no component " + name);
  }
}
