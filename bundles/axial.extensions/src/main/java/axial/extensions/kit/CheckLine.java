package axial.extensions.kit;

import axial.extension.ContractKit.Check;
import axial.extension.ContractKit.Outcome;
import java.util.List;
import java.util.Optional;

/** A check as a line of text, by which the process that checks tells the one that asked. */
final class CheckLine {

  /** The line after the last check. */
  static final String END = "axial-check-end";

  private static final String MARK = "axial-check";
  private static final int PARTS = 5;

  private CheckLine() {}

  static String of(Check check) {
    return String.join(
        "\t",
        List.of(
            MARK,
            check.outcome().name(),
            plain(check.name()),
            plain(check.text()),
            plain(check.remedy())));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** Reads a line; nothing when it is none. */
  static Optional<Check> read(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != PARTS || !parts[0].equals(MARK)) {
      return Optional.empty();
    }
    for (Outcome outcome : Outcome.values()) {
      if (outcome.name().equals(parts[1])) {
        return Optional.of(new Check(parts[2], outcome, parts[3], parts[4]));
      }
    }
    return Optional.empty();
  }
}
