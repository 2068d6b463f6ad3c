package axial.workbench.model;

import axial.data.Augmenter;
import axial.data.Standardizer;
import axial.job.Extension;
import axial.job.Setting;
import axial.model.ModelFactory;
import axial.run.Extensions;
import axial.run.RunSettings;
import axial.train.LearningRateSchedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be set before a model is trained: its own settings, the plan, and the settings of each
 * extension that could take part. Immutable.
 *
 * @param model what is trained
 * @param sections in their order; those of extensions hold only where the extension is chosen
 * @param lists the extensions to choose from, by the setting that names them
 */
record Recipe(ModelFactory model, List<Section> sections, List<Choices> lists) {

  private static final List<String> BASICS =
      List.of("input", "seed", "protocol", "recall", "keep-epochs");

  /**
   * Extensions of one kind, any number of which can be chosen.
   *
   * @param title on the screen
   * @param key of the setting, such as {@code run.schedules}
   * @param ids those that are there
   * @param standing what is chosen unless the user chooses, joined by commas
   * @param sections of those that have settings, by id
   */
  record Choices(
      String title, String key, List<String> ids, String standing, Map<String, Section> sections) {}

  /** Asks the extensions what there is; on a background thread. */
  static Recipe of(ModelFactory model, Extensions extensions) {
    Map<String, String> recipe = model.recipe();
    List<Section> sections = new ArrayList<>();
    if (!model.settings().isEmpty()) {
      sections.add(section("Network", model.id() + ".", model.settings(), recipe));
    }
    sections.add(section("Plan", "train.", RunSettings.train(), recipe));
    sections.add(
        section(
            "Images and randomness",
            "run.",
            RunSettings.run().stream().filter(s -> BASICS.contains(s.key())).toList(),
            recipe));
    return new Recipe(
        model,
        List.copyOf(sections),
        List.of(
            choices("Learning rate", "schedules", LearningRateSchedule.class, extensions, recipe),
            choices("Augmentation", "augmenters", Augmenter.class, extensions, recipe),
            choices("Common scale", "standardizers", Standardizer.class, extensions, recipe)));
  }

  private static <T extends Extension> Choices choices(
      String title, String key, Class<T> type, Extensions extensions, Map<String, String> recipe) {
    Map<String, Section> sections = new LinkedHashMap<>();
    List<T> all = extensions.all(type);
    for (T each : all) {
      if (!each.settings().isEmpty()) {
        sections.put(each.id(), section(each.id(), each.id() + ".", each.settings(), recipe));
      }
    }
    String common =
        RunSettings.run().stream()
            .filter(setting -> setting.key().equals(key))
            .findFirst()
            .map(Setting::defaultText)
            .orElse("none");
    return new Choices(
        title,
        "run." + key,
        all.stream().map(Extension::id).toList(),
        Optional.ofNullable(recipe.get("run." + key)).orElse(common),
        sections);
  }

  private static Section section(
      String title, String prefix, List<Setting> settings, Map<String, String> recipe) {
    Map<String, String> defaults = new LinkedHashMap<>();
    settings.forEach(
        setting ->
            Optional.ofNullable(recipe.get(prefix + setting.key()))
                .ifPresent(value -> defaults.put(setting.key(), value)));
    return new Section(title, prefix, settings, defaults);
  }

  /** The ids in such a list; none for {@code none}. */
  static List<String> ids(String list) {
    return list.equals("none") ? List.of() : Stream.of(list.split(",", -1)).toList();
  }
}
