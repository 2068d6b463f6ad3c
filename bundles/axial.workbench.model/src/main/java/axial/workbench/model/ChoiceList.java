package axial.workbench.model;

import axial.view.form.SettingsForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Extensions of one kind as boxes to tick; below each that is ticked its settings. */
final class ChoiceList extends JPanel {

  private static final long serialVersionUID = 1L;

  private final transient Recipe.Choices choices;
  private final transient Map<String, JCheckBox> boxes = new LinkedHashMap<>();
  private final transient Map<String, SettingsForm> forms = new LinkedHashMap<>();

  /**
   * A list as the recipe has it.
   *
   * @param changed told after each change
   * @param edited told the title of each finished edit, such as "Tick elastic"
   */
  ChoiceList(Recipe.Choices choices, Runnable changed, Consumer<String> edited) {
    super(new MigLayout("insets 0, wrap 1, hidemode 3, gapy 1lp", "[grow, fill]"));
    this.choices = choices;
    List<String> standing = Recipe.ids(choices.standing());
    for (String id : choices.ids()) {
      JCheckBox box = new JCheckBox(id, standing.contains(id) || choices.standing().equals("all"));
      box.setName("choose." + choices.key() + "." + id);
      boxes.put(id, box);
      add(box, "wmin 0");
      Section section = choices.sections().get(id);
      if (section != null) {
        SettingsForm form =
            new SettingsForm(section.prefix(), section.settings(), section.defaults());
        form.setVisible(box.isSelected());
        form.watch(changed);
        form.undoable(change -> edited.accept(change.title()));
        forms.put(id, form);
        add(form, "gapleft indent, wmin 0");
      }
      box.addActionListener(
          event -> {
            show(id);
            changed.run();
            edited.accept((box.isSelected() ? "Tick " : "Untick ") + id);
          });
    }
  }

  /** Enters what {@link #entered} gave; what it does not have goes back to the recipe. */
  void enter(Map<String, String> values) {
    String list = values.getOrDefault(choices.key(), choices.standing());
    List<String> ticked = Recipe.ids(list);
    boxes.forEach(
        (id, box) -> {
          box.setSelected(ticked.contains(id) || list.equals("all"));
          show(id);
        });
    forms.values().forEach(form -> form.enter(values));
  }

  private void show(String id) {
    SettingsForm form = forms.get(id);
    JCheckBox box = boxes.get(id);
    if (form != null && box != null) {
      form.setVisible(box.isSelected());
      revalidate();
    }
  }

  private List<String> ticked() {
    List<String> ticked = new ArrayList<>();
    for (String id : Recipe.ids(choices.standing())) { // in the order of the recipe
      if (boxes.containsKey(id) && boxes.get(id).isSelected()) {
        ticked.add(id);
      }
    }
    boxes.forEach(
        (id, box) -> {
          if (box.isSelected() && !ticked.contains(id)) {
            ticked.add(id);
          }
        });
    return ticked;
  }

  /** What differs from the recipe; settings count only where their extension is ticked. */
  Map<String, String> entered() {
    Map<String, String> entered = new LinkedHashMap<>();
    List<String> ticked = ticked();
    String list = ticked.isEmpty() ? "none" : String.join(",", ticked);
    if (!list.equals(choices.standing())) {
      entered.put(choices.key(), list);
    }
    ticked.stream()
        .map(forms::get)
        .filter(form -> form != null)
        .forEach(form -> entered.putAll(form.values()));
    return entered;
  }

  Optional<String> problem() {
    return ticked().stream()
        .map(forms::get)
        .filter(form -> form != null)
        .flatMap(form -> form.problem().stream())
        .findFirst();
  }
}
