package axial.workbench.data.augmentation;

import axial.data.Augmenter;
import axial.job.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which augmenters are chosen, with what settings, as values by name for a run. Mutable; only on
 * the event dispatch thread.
 */
final class Recipe {

  private static final String AUGMENTERS = "run.augmenters";
  private static final String SEED = "run.seed";
  private static final String NONE = "none";

  private final List<Augmenter> known;
  private final List<String> chosen = new ArrayList<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private long seed = 1;

  /** What is chosen, with all values. */
  record State(List<String> chosen, Map<String, String> values, long seed) {
    State {
      chosen = List.copyOf(chosen);
      values = Map.copyOf(values);
    }

    /** What became of it since another state, in words. */
    String since(State before) {
      for (String id : chosen) {
        if (!before.chosen.contains(id)) {
          return "Augment with " + id;
        }
      }
      for (String id : before.chosen) {
        if (!chosen.contains(id)) {
          return "Augment without " + id;
        }
      }
      if (seed != before.seed) {
        return "Preview seed " + seed;
      }
      return values.entrySet().stream()
          .filter(e -> !e.getValue().equals(before.values.get(e.getKey())))
          .findFirst()
          .map(e -> "Set %s to %s".formatted(e.getKey(), e.getValue()))
          .orElse("Change the augmentation");
    }
  }

  Recipe(List<Augmenter> known) {
    this.known = List.copyOf(known);
  }

  /** The augmenters that there are. */
  List<Augmenter> known() {
    return known;
  }

  /** Takes over what a run with these settings would do. */
  void take(Map<String, String> set) {
    chosen.clear();
    values.clear();
    String names = set.getOrDefault(AUGMENTERS, "notebook");
    for (String name : names.split(",", -1)) {
      String id = name.strip();
      if (known.stream().anyMatch(a -> a.id().equals(id)) && !chosen.contains(id)) {
        chosen.add(id);
      }
    }
    known.forEach(
        augmenter ->
            augmenter
                .settings()
                .forEach(
                    setting -> {
                      String key = key(augmenter, setting);
                      values.put(key, set.getOrDefault(key, setting.defaultText()));
                    }));
    String text = set.getOrDefault(SEED, "1");
    seed = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 1;
  }

  /** What is chosen now. */
  State state() {
    return new State(chosen, values, seed);
  }

  /** Goes back to a state. */
  void restore(State state) {
    chosen.clear();
    chosen.addAll(state.chosen());
    values.clear();
    values.putAll(state.values());
    seed = state.seed();
  }

  boolean has(Augmenter augmenter) {
    return chosen.contains(augmenter.id());
  }

  boolean isEmpty() {
    return chosen.isEmpty();
  }

  /** Chooses an augmenter, after those that are chosen, or leaves it away. */
  void choose(Augmenter augmenter, boolean on) {
    chosen.remove(augmenter.id());
    if (on) {
      chosen.add(augmenter.id());
    }
  }

  String value(Augmenter augmenter, Setting setting) {
    return values.getOrDefault(key(augmenter, setting), setting.defaultText());
  }

  void value(Augmenter augmenter, Setting setting, String value) {
    values.put(key(augmenter, setting), value);
  }

  long seed() {
    return seed;
  }

  void seed(long changed) {
    seed = changed;
  }

  /** Values for a preview over those of the data: all but defaults, the seed included. */
  Map<String, String> preview(Map<String, String> data) {
    Map<String, String> set = new LinkedHashMap<>(data);
    training().forEach((key, value) -> put(set, key, value));
    set.put(SEED, Long.toString(seed));
    return set;
  }

  /** Values for a training, empty for the default. The seed is no part: it is that of the split. */
  Map<String, String> training() {
    Map<String, String> set = new LinkedHashMap<>();
    set.put(AUGMENTERS, chosen.isEmpty() ? NONE : String.join(",", chosen));
    for (Augmenter augmenter : known) {
      for (Setting setting : augmenter.settings()) {
        String value = value(augmenter, setting);
        boolean usual = !has(augmenter) || value.equals(setting.defaultText());
        set.put(key(augmenter, setting), usual ? "" : value);
      }
    }
    return set;
  }

  private static void put(Map<String, String> set, String key, String value) {
    if (value.isEmpty()) {
      set.remove(key);
    } else {
      set.put(key, value);
    }
  }

  private static String key(Augmenter augmenter, Setting setting) {
    return augmenter.id() + "." + setting.key();
  }
}
