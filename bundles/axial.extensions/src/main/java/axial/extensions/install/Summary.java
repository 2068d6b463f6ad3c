package axial.extensions.install;

import axial.extension.BundleName;
import axial.extension.Installation.Change;
import axial.extension.Installation.Plan;
import axial.extension.LockedBundle;
import java.util.List;
import java.util.stream.Collectors;

/** Says in one sentence what a plan does. */
final class Summary {

  private Summary() {}

  static String of(Plan plan) {
    if (plan.added().isEmpty() && plan.removed().isEmpty()) {
      if (plan.change() instanceof Change.Install install) {
        return install.symbolicName() + " is up to date.";
      }
      return plan.change() instanceof Change.Update update
          ? update.symbolicName() + " is up to date."
          : "Nothing had to be changed.";
    }
    if (plan.change() instanceof Change.Restore) {
      return "The workspace has the extensions of the lock file now: %d came and %d went."
          .formatted(plan.added().size(), plan.removed().size());
    }
    if (plan.change() instanceof Change.Become) {
      return "The workspace has the wanted extensions now: %d came and %d went."
          .formatted(plan.added().size(), plan.removed().size());
    }
    if (plan.added().isEmpty()) {
      return "Removed " + names(plan.removed()) + ".";
    }
    String replaced = plan.removed().isEmpty() ? "" : " in the place of " + names(plan.removed());
    return "Installed " + names(plan.added()) + replaced + ".";
  }

  private static String names(List<LockedBundle> bundles) {
    return bundles.stream()
        .map(LockedBundle::name)
        .map(BundleName::toString)
        .sorted()
        .collect(Collectors.joining(" and "));
  }
}
