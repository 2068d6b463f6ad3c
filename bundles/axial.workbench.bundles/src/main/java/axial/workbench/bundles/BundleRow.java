package axial.workbench.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the list.
 *
 * @param bundle what it is about
 * @param trainings titles of the running trainings that use it
 * @param guard why it must stay as it is, one sentence; nothing when it may be changed
 */
record BundleRow(BundleInfo bundle, List<String> trainings, Optional<String> guard) {

  private static final double KILO = 1000;

  /** Copies the titles. */
  BundleRow {
    trainings = List.copyOf(trainings);
  }

  /** How it stands, with the first reason where it does not work. */
  String state() {
    List<String> reasons = bundle.reasons();
    return bundle.health() == BundleInfo.Health.WORKS || reasons.isEmpty()
        ? bundle.state()
        : bundle.state() + ": " + reasons.get(0);
  }

  /** What it offers, in words. */
  String services() {
    List<String> words = new ArrayList<>();
    bundle.extensions().stream()
        .filter(status -> !status.type().equals("Bundle"))
        .forEach(status -> words.add(ExtensionWords.inSentence(status.type()) + " " + status.id()));
    bundle.views().forEach(title -> words.add("view " + title));
    return String.join(", ", words);
  }

  /** Who uses it at the moment, in words. */
  String usedBy() {
    List<String> words = new ArrayList<>();
    trainings.forEach(title -> words.add("training " + title));
    if (!bundle.views().isEmpty()) {
      words.add("this window");
    }
    int others = bundle.neededBy().size();
    if (others > 0) {
      words.add(others == 1 ? bundle.neededBy().get(0) : others + " bundles");
    }
    return String.join(", ", words);
  }

  /** Size of its file in words; empty when unknown. */
  String size() {
    double bytes = bundle.bytes();
    if (bytes < 0) {
      return "";
    }
    return bytes < KILO * KILO
        ? String.format(Locale.ROOT, "%.0f kB", Math.max(1, bytes / KILO))
        : String.format(Locale.ROOT, "%.1f MB", bytes / KILO / KILO);
  }

  /** Whether it can be started now. */
  boolean canStart() {
    return guard.isEmpty()
        && (bundle.lifecycle() == BundleInfo.Lifecycle.STOPPED
            || bundle.lifecycle() == BundleInfo.Lifecycle.UNRESOLVED);
  }

  /** Whether it can be stopped now. */
  boolean canStop() {
    return guard.isEmpty()
        && (bundle.lifecycle() == BundleInfo.Lifecycle.STARTED
            || bundle.lifecycle() == BundleInfo.Lifecycle.WAITING);
  }

  /** Whether a filter's words are all found in what the line says. */
  boolean matches(String filter) {
    String text =
        (bundle.identity() + " " + state() + " " + services() + " " + bundle.origin().words())
            .toLowerCase(Locale.ROOT);
    return List.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
        .allMatch(text::contains);
  }
}
