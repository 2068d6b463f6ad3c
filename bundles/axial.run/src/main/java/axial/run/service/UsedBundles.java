package axial.run.service;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Bundles with all those whose packages they use. */
final class UsedBundles {

  private UsedBundles() {}

  /**
   * What is used.
   *
   * @param services more bundles, those of these objects
   */
  static Set<Bundle> of(Collection<Bundle> bundles, Collection<?> services) {
    Set<Bundle> used = new LinkedHashSet<>();
    Deque<Bundle> open = new ArrayDeque<>(bundles);
    for (Object service : services) {
      Optional.ofNullable(FrameworkUtil.getBundle(service.getClass())).ifPresent(open::add);
    }
    while (!open.isEmpty()) {
      Bundle bundle = open.remove();
      @Nullable BundleWiring wiring = bundle.adapt(BundleWiring.class);
      if (used.add(bundle) && wiring != null) {
        for (BundleWire wire : wiring.getRequiredWires(null)) {
          open.add(wire.getProvider().getBundle());
        }
      }
    }
    return used;
  }
}
