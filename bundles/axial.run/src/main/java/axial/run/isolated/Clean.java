package axial.run.isolated;

import java.time.Duration;

/** Words of a process that is not trusted, fit to be shown. */
final class Clean {

  /** The longest sentence that is shown whole. */
  static final int SENTENCE = 1000;

  private Clean() {}

  /** A text on one line, without characters that steer a terminal, and not longer than that. */
  static String of(String text, int most) {
    String cut = text.length() > most ? text.substring(0, most) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
  }

  /** A time in words. */
  static String words(Duration time) {
    long seconds = time.toSeconds();
    return seconds % 60 == 0
        ? seconds / 60 + (seconds == 60 ? " minute" : " minutes")
        : seconds + " seconds";
  }
}
