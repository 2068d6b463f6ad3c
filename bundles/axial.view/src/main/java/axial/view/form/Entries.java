package axial.view.form;

import axial.job.Setting;
import axial.view.Subscription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was entered for some settings: the texts, which of them are wrong, and which differ from the
 * defaults. It knows no component; only on the event dispatch thread.
 */
public final class Entries {

  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final Map<String, String> defaults;
  private final Map<String, String> entered = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  /**
   * Nothing entered yet.
   *
   * @param settings in the order of the form
   * @param defaults by key what stands instead of a setting's own default, such as the values of a
   *     recipe; a value that the setting refuses is passed over
   */
  public Entries(List<Setting> settings, Map<String, String> defaults) {
    Map<String, String> standing = new LinkedHashMap<>();
    for (Setting setting : settings) {
      this.settings.put(setting.key(), setting);
      String other = defaults.getOrDefault(setting.key(), setting.defaultText());
      standing.put(setting.key(), setting.accepts(other) ? other : setting.defaultText());
    }
    this.defaults = Collections.unmodifiableMap(standing);
  }

  /** The settings in their order. */
  public List<Setting> settings() {
    return List.copyOf(settings.values());
  }

  /** What holds for a setting when nothing is entered. */
  public String standing(String key) {
    String value = defaults.get(key);
    if (value == null) {
      throw new IllegalArgumentException("The form has no setting " + key);
    }
    return value;
  }

  /** What was entered, as it was typed; empty when nothing was. */
  public Optional<String> entered(String key) {
    return Optional.ofNullable(entered.get(key));
  }

  /** The text that counts: what was entered, else the default. */
  public String value(String key) {
    return entered(key).orElseGet(() -> standing(key));
  }

  /** Enters a text; a blank one, or the default itself, stands for the default. */
  public void enter(String key, String text) {
    String stripped = text.strip();
    boolean same = stripped.isEmpty() || stripped.equals(standing(key));
    Optional<String> before = entered(key);
    if (same) {
      entered.remove(key);
    } else {
      entered.put(key, stripped);
    }
    if (!before.equals(entered(key))) {
      List.copyOf(listeners).forEach(Runnable::run);
    }
  }

  /** Goes back to the default. */
  public void reset(String key) {
    enter(key, "");
  }

  /** What is wrong with what was entered, in a sentence that says what to do; empty when right. */
  public Optional<String> problem(String key) {
    Setting setting = settings.get(key);
    return entered(key)
        .filter(text -> setting != null && !setting.accepts(text))
        .map(text -> "\"" + text + "\" cannot be used. Give " + Words.allowed(setting) + ".");
  }

  /** The first problem with the name of its setting; empty when everything is right. */
  public Optional<String> firstProblem() {
    return settings.keySet().stream()
        .flatMap(key -> problem(key).map(text -> Words.label(key) + ": " + text).stream())
        .findFirst();
  }

  /** What differs from the defaults, by key, in the order of the form; wrong texts are left out. */
  public Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    settings
        .keySet()
        .forEach(
            key ->
                entered(key)
                    .filter(text -> problem(key).isEmpty())
                    .ifPresent(text -> chosen.put(key, text)));
    return chosen;
  }

  /** Calls a listener after each change. */
  public Subscription watch(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
