package axial.workbench.bundles.catalog;

import java.util.ArrayList;
import java.util.List;

/** Fingerprints as two people can read them to each other. */
final class Fingerprints {

  private static final int GROUPS = 4;

  private Fingerprints() {}

  /** Lines of four groups each. */
  static List<String> lines(String fingerprint) {
    List<String> groups = List.of(fingerprint.split("-"));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < groups.size(); i += GROUPS) {
      lines.add(String.join("  ", groups.subList(i, Math.min(groups.size(), i + GROUPS))));
    }
    return lines;
  }
}
