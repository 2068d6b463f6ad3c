package axial.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a stage's settings: every setting has one, each checked against its {@link
 * Setting}. Immutable.
 */
public final class Settings {

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * The defaults of {@code known}, with {@code chosen} put over them.
   *
   * @param owner whose settings they are, for messages ("the model fsm")
   * @throws ProblemException of kind USAGE that names an unknown key or a value out of range
   */
  public static Settings of(String owner, List<Setting> known, Map<String, String> chosen) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Setting setting : known) {
      String value = chosen.getOrDefault(setting.key(), setting.defaultText());
      if (!setting.accepts(value)) {
        throw ProblemException.of(
            Problem.Kind.USAGE,
            "Setting %s of %s cannot be \"%s\".".formatted(setting.key(), owner, value),
            "Give " + setting.allowed() + ".");
      }
      values.put(setting.key(), value);
    }
    List<String> unknown = new ArrayList<>(chosen.keySet());
    unknown.removeAll(values.keySet());
    if (!unknown.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "There is no setting %s of %s.".formatted(String.join(", ", unknown), owner),
          values.isEmpty()
              ? "It has no settings."
              : "Its settings are " + String.join(", ", values.keySet()) + ".");
    }
    return new Settings(values);
  }

  /** The defaults of {@code known}. */
  public static Settings defaults(String owner, List<Setting> known) {
    return of(owner, known, Map.of());
  }

  /** The value of a setting as text. */
  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "Setting " + key + " was asked for but never declared; declared are " + values.keySet());
    }
    return value;
  }

  /** The value of a {@link Setting.Whole}. */
  public int whole(String key) {
    return Math.toIntExact(Long.parseLong(text(key)));
  }

  /** The value of a {@link Setting.Real}. */
  public double real(String key) {
    return Double.parseDouble(text(key));
  }

  /** The values of a {@link Setting.Numbers}, at least one. */
  public double[] numbers(String key) {
    return Arrays.stream(text(key).split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /** The value of a {@link Setting.Flag}. */
  public boolean flag(String key) {
    return Boolean.parseBoolean(text(key));
  }

  /** All values, in the order in which the settings were declared. */
  public Map<String, String> asMap() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
