package axial.workbench.model;

import axial.extension.Installation;
import axial.run.Extensions;
import axial.run.IsolatedRuns.Limits;
import axial.view.Change;
import axial.view.Command;
import axial.view.Desk;
import axial.view.form.SettingsForm;
import axial.view.form.WrappedText;
import axial.view.part.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The form of a training: model, settings, plan, schedules, augmentation; and "Start training". */
final class RecipePanel extends JPanel implements RecipeController.Screen {

  private static final long serialVersionUID = 1L;

  private final transient RecipeController controller;
  private final transient Desk desk;
  private final JComboBox<String> model = new JComboBox<>();
  private final Column column =
      new Column(new MigLayout("insets 0 0 0 4lp, wrap 1, gapy rel", "[grow, fill]"));
  private final JCheckBox explain = new JCheckBox("Explain each setting");
  private final WrappedText reason = new WrappedText("Label.foreground");
  private final WrappedText estimate = new WrappedText("Label.disabledForeground");
  private final Isolation isolation;
  private final JButton train = new JButton("Start training");
  private final transient Map<String, SettingsForm> forms = new LinkedHashMap<>();
  private final transient List<ChoiceList> lists = new ArrayList<>();
  private transient Map<String, String> settled = Map.of();
  private boolean showing;

  RecipePanel(
      Desk desk,
      Extensions extensions,
      Installation installation,
      ExtensionSignal signal,
      ChosenModel chosen,
      StepTimes times) {
    super(
        new MigLayout(
            "insets panel, wrap 1, hidemode 3",
            "[grow, fill]",
            "[]rel[]rel[grow, fill]rel[]rel[]rel[]"));
    this.desk = desk;
    setName("model.recipe");
    controller = new RecipeController(desk, extensions, installation, signal, chosen, times, this);
    model.setName("recipe.model");
    model.getAccessibleContext().setAccessibleName("Model");
    model.addActionListener(
        event -> {
          if (!showing && model.getSelectedItem() instanceof String id) {
            controller.choose(id);
          }
        });
    isolation = new Isolation(controller::changed);
    explain.setName("recipe.explain");
    explain.addActionListener(
        event -> {
          forms.values().forEach(form -> form.explain(explain.isSelected()));
          column.revalidate();
        });
    reason.setName("recipe.reason");
    estimate.setName("recipe.estimate");
    train.setName("recipe.train");
    train.setEnabled(false);
    train.addActionListener(event -> controller.train());
    add(new JLabel("Model"), "split 2, growx 0");
    add(model, "growx, pushx, wmin 40lp");
    add(explain, "wmin 0");
    add(column.scrolled(), "wmin 0, hmin 80lp");
    add(isolation, "wmin 0");
    add(reason, "wmin 0");
    add(estimate, "wmin 0");
    add(train, "growx, wmin 0");
    desk.command(
        this,
        Command.of("model.train", "Train the chosen model", controller::train)
            .withKey("ctrl ENTER")
            .when(train::isEnabled));
  }

  RecipeController controller() {
    return controller;
  }

  @Override
  public void models(List<String> ids, String chosen, boolean others) {
    showing = true;
    try {
      model.setEditable(others);
      DefaultComboBoxModel<String> all = new DefaultComboBoxModel<>(ids.toArray(String[]::new));
      all.setSelectedItem(chosen);
      model.setModel(all);
    } finally {
      showing = false;
    }
  }

  @Override
  public Optional<Limits> isolation() {
    return isolation.limits();
  }

  @Override
  public void recipe(Recipe recipe) {
    isolation.only(false);
    Map<String, String> kept = entered(); // what was entered holds where it is known again
    clear();
    for (Section section : recipe.sections()) {
      SettingsForm form =
          new SettingsForm(section.prefix(), section.settings(), section.defaults());
      form.enter(kept);
      form.explain(explain.isSelected());
      form.undoable(change -> edited(change.title()));
      form.watch(controller::changed);
      forms.put(section.prefix(), form);
      heading(section.title());
      column.add(form, "wmin 0");
    }
    for (Recipe.Choices choices : recipe.lists()) {
      if (!choices.ids().isEmpty()) {
        ChoiceList list = new ChoiceList(choices, controller::changed, this::edited);
        list.enter(kept);
        lists.add(list);
        heading(choices.title());
        column.add(list, "wmin 0");
      }
    }
    settled = entered();
    column.revalidate();
    column.repaint();
  }

  /** An edit is finished. It can be taken back also when the form was made anew meanwhile. */
  private void edited(String title) {
    Map<String, String> before = settled;
    Map<String, String> after = entered();
    if (!after.equals(before)) {
      settled = after;
      desk.done(new Change(title, () -> enter(before), () -> enter(after)));
    }
  }

  private void enter(Map<String, String> values) {
    forms.values().forEach(form -> form.enter(values));
    lists.forEach(list -> list.enter(values));
    settled = entered();
    controller.changed();
  }

  @Override
  public void missing(String id, List<String> elsewhere) {
    clear();
    if (!elsewhere.isEmpty()) {
      WrappedText words = new WrappedText("Label.foreground");
      words.setName("recipe.elsewhere");
      words.setText(
          "The models of %s run in a process of their own only, so they are not listed here. Type"
                  .formatted(String.join(", ", elsewhere))
              + " the name of one of them above. It is trained by its own recipe.");
      column.add(words, "wmin 0");
    }
    isolation.only(!elsewhere.isEmpty());
    column.revalidate();
    column.repaint();
  }

  private void clear() {
    column.removeAll();
    forms.clear();
    lists.clear();
  }

  private void heading(String title) {
    JLabel heading = new JLabel(title);
    heading.putClientProperty("FlatLaf.style", "font: bold");
    column.add(heading, "gaptop unrel, wmin 0");
  }

  @Override
  public Map<String, String> entered() {
    Map<String, String> entered = new LinkedHashMap<>();
    forms.values().forEach(form -> entered.putAll(form.values()));
    lists.forEach(list -> entered.putAll(list.entered()));
    return entered;
  }

  @Override
  public Optional<String> problem() {
    return forms.values().stream()
        .flatMap(form -> form.problem().stream())
        .findFirst()
        .or(() -> lists.stream().flatMap(list -> list.problem().stream()).findFirst())
        .or(isolation::problem);
  }

  @Override
  public String value(String name) {
    String prefix = name.substring(0, name.indexOf('.') + 1);
    SettingsForm form = forms.get(prefix);
    return form == null ? "" : form.entries().value(name.substring(prefix.length()));
  }

  @Override
  public void state(String why, String needs) {
    reason.setText(why);
    reason.setVisible(!why.isEmpty());
    estimate.setText(needs);
    estimate.setVisible(!needs.isEmpty());
    train.setEnabled(why.isEmpty());
    train.setToolTipText(why.isEmpty() ? "Put a training into the queue" : why);
  }
}
