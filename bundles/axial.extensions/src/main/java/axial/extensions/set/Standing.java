package axial.extensions.set;

import axial.extension.Installation.Installed;
import axial.extension.Installation.State;
import axial.extension.Leases;
import axial.extension.LockedBundle;
import axial.extensions.lock.IsolatedNames;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** How a line of the lock file stands, and why it does not work, in words. */
final class Standing {

  private final LaunchReport launch;
  private final Wiring wiring;
  private final Leases leases;
  private final IsolatedNames isolated;
  private final boolean safeMode;

  Standing(
      BundleContext context,
      Wiring wiring,
      Leases leases,
      IsolatedNames isolated,
      boolean safeMode) {
    this.launch = new LaunchReport(context);
    this.wiring = wiring;
    this.leases = leases;
    this.isolated = isolated;
    this.safeMode = safeMode;
  }

  /**
   * How a line stands.
   *
   * @param bundle of that line, where there is one
   */
  Installed of(LockedBundle line, Optional<Bundle> bundle) {
    if (bundle.filter(b -> b.getState() == Bundle.ACTIVE).isPresent()) {
      List<String> holders = leases.holders(bundle.get().getBundleId());
      return new Installed(line, State.ACTIVE, "", holders);
    }
    if (isolated.read().contains(line.name().symbolicName())) {
      return new Installed(line, State.ISOLATED, "", List.of());
    }
    return safeMode
        ? new Installed(line, State.SET_ASIDE, "Axial was started without extensions.", List.of())
        : new Installed(line, State.FAILED, reason(line, bundle), List.of());
  }

  private String reason(LockedBundle line, Optional<Bundle> bundle) {
    return launch
        .reason(line)
        .orElseGet(
            () ->
                bundle.isEmpty() && isReplaced(line)
                    ? "A loose jar takes its place."
                    : bundle
                        .filter(b -> b.getState() == Bundle.INSTALLED)
                        .map(b -> "It does not fit: " + wiring.missing(b) + ".")
                        .orElse("It is not started."));
  }

  private boolean isReplaced(LockedBundle line) {
    return wiring.bundles().stream()
        .anyMatch(
            other ->
                line.name().symbolicName().equals(other.getSymbolicName())
                    && other.getLocation().contains("/plugins/")
                    && !leases.retires(other.getBundleId()));
  }
}
