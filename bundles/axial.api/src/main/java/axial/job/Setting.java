package axial.job;

import java.util.Arrays;
import java.util.List;

/**
 * One setting of a stage: its name, its default, its range, and what it does. Command line and
 * forms are built from it; {@link Settings} checks values against it.
 */
public sealed interface Setting {

  /** Lower-case name, words joined by a hyphen, such as {@code num-samples}. */
  String key();

  /** What it does, its unit included, as one sentence for a researcher. */
  String description();

  /** The default, as text. */
  String defaultText();

  /** What is allowed, in words, such as {@code "a whole number from 1 to 512"}. */
  String allowed();

  /** Whether this text is an allowed value. */
  boolean accepts(String text);

  /** A whole number in [min, max]. */
  record Whole(String key, long defaultValue, long min, long max, String description)
      implements Setting {
    /** Checks that the default is allowed. */
    public Whole {
      requireDefault(defaultValue >= min && defaultValue <= max, key, defaultValue);
    }

    @Override
    public String defaultText() {
      return Long.toString(defaultValue);
    }

    @Override
    public String allowed() {
      return "a whole number from " + min + " to " + max;
    }

    @Override
    public boolean accepts(String text) {
      try {
        long value = Long.parseLong(text);
        return value >= min && value <= max;
      } catch (NumberFormatException notWhole) {
        return false;
      }
    }
  }

  /** A number in [min, max]. */
  record Real(String key, double defaultValue, double min, double max, String description)
      implements Setting {
    /** Checks that the default is allowed. */
    public Real {
      requireDefault(defaultValue >= min && defaultValue <= max, key, defaultValue);
    }

    @Override
    public String defaultText() {
      return Double.toString(defaultValue);
    }

    @Override
    public String allowed() {
      return "a number from " + min + " to " + max;
    }

    @Override
    public boolean accepts(String text) {
      return isIn(text, min, max);
    }
  }

  /** From {@code least} to {@code most} numbers in [min, max], joined by commas. */
  record Numbers(
      String key,
      String defaultText,
      int least,
      int most,
      double min,
      double max,
      String description)
      implements Setting {
    /** Checks that the default is allowed. */
    public Numbers {
      requireDefault(allowed(defaultText, least, most, min, max), key, defaultText);
    }

    @Override
    public String allowed() {
      String numbers = "from " + min + " to " + max;
      return most == 1
          ? "a number " + numbers
          : (least == most ? least : least + " to " + most)
              + " numbers "
              + numbers
              + ", joined by commas";
    }

    @Override
    public boolean accepts(String text) {
      return allowed(text, least, most, min, max);
    }

    private static boolean allowed(String text, int least, int most, double min, double max) {
      String[] numbers = text.split(",", -1);
      return numbers.length >= least
          && numbers.length <= most
          && Arrays.stream(numbers).allMatch(number -> isIn(number, min, max));
    }
  }

  /** One of several words. */
  record Choice(String key, String defaultText, List<String> options, String description)
      implements Setting {
    /** Copies the options and checks that the default is one of them. */
    public Choice {
      options = List.copyOf(options);
      requireDefault(options.contains(defaultText), key, defaultText);
    }

    @Override
    public String allowed() {
      return "one of " + String.join(", ", options);
    }

    @Override
    public boolean accepts(String text) {
      return options.contains(text);
    }
  }

  /** True or false. */
  record Flag(String key, boolean defaultValue, String description) implements Setting {
    @Override
    public String defaultText() {
      return Boolean.toString(defaultValue);
    }

    @Override
    public String allowed() {
      return "true or false";
    }

    @Override
    public boolean accepts(String text) {
      return text.equals("true") || text.equals("false");
    }
  }

  /** Any text. */
  record Text(String key, String defaultText, String description) implements Setting {
    @Override
    public String allowed() {
      return "any text";
    }

    @Override
    public boolean accepts(String text) {
      return true;
    }
  }

  private static boolean isIn(String text, double min, double max) {
    try {
      double value = Double.parseDouble(text);
      return value >= min && value <= max;
    } catch (NumberFormatException notNumber) {
      return false;
    }
  }

  private static void requireDefault(boolean allowed, String key, Object value) {
    if (!allowed) {
      throw new IllegalArgumentException(
          "The default of setting " + key + " is not allowed by the setting itself: " + value);
    }
  }
}
