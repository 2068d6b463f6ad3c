package axial.workbench.bundles;

import axial.workbench.bundles.BundleInfo.Lifecycle;
import axial.workbench.bundles.BundleInfo.Origin;
import axial.workbench.bundles.change.Bytes;
import axial.workbench.bundles.part.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the list.
 *
 * @param bundle what it is about
 * @param guard why it must stay as it is, one sentence; nothing when it may be changed
 */
record BundleRow(BundleInfo bundle, Optional<String> guard) {

  /** How it stands, with the first reason where it does not work. */
  String state() {
    List<String> reasons = bundle.reasons();
    return bundle.health() == Health.WORKS || reasons.isEmpty()
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
    if (bundle.lifecycle() != Lifecycle.RETIRING) { // its state says so
      bundle.holders().stream().distinct().forEach(words::add);
    }
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
    return Bytes.words(bundle.bytes());
  }

  /** Whether it can be started now. */
  boolean canStart() {
    return guard.isEmpty()
        && bundle.id() >= 0
        && (bundle.lifecycle() == Lifecycle.STOPPED || bundle.lifecycle() == Lifecycle.UNRESOLVED);
  }

  /** Whether it can be stopped now. */
  boolean canStop() {
    return guard.isEmpty()
        && bundle.holders().isEmpty()
        && (bundle.lifecycle() == Lifecycle.STARTED || bundle.lifecycle() == Lifecycle.WAITING);
  }

  /** Whether another version can take its place. */
  boolean canUpdate() {
    return bundle.origin() == Origin.INSTALLED && bundle.lifecycle() != Lifecycle.RETIRING;
  }

  /** Whether it can be removed; what came with Axial cannot. */
  boolean canRemove() {
    return canUpdate()
        || bundle.origin() == Origin.PLUGGED_IN && bundle.lifecycle() != Lifecycle.RETIRING;
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
