package axial.workbench.bundles;

import axial.workbench.bundles.BundleInfo.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why some bundles cannot be stopped, updated or removed from the window. */
final class Guarded {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "axial.api",
          "It is the language that all other bundles speak; without it nothing works.",
          "axial.view",
          "It is what all views of this window are made by.",
          "axial.workbench",
          "It is this window.",
          "axial.workbench.bundles",
          "It is this list; without it nothing could be put back from here.",
          "org.apache.felix.scr",
          "It connects the services of all bundles; without it nothing works.");

  private Guarded() {}

  /** Why a bundle must stay as it is, one sentence; nothing when it may be changed. */
  static Optional<String> reason(BundleInfo bundle) {
    if (bundle.origin() == Origin.FRAMEWORK) {
      return Optional.of("It is the framework in which all bundles live.");
    }
    String always = ALWAYS.get(bundle.symbolicName());
    if (always != null) {
      return Optional.of(always);
    }
    List<String> users = bundle.neededBy().stream().filter(ALWAYS::containsKey).sorted().toList();
    return users.isEmpty()
        ? Optional.empty()
        : Optional.of("It is needed by " + String.join(" and ", users) + ".");
  }
}
