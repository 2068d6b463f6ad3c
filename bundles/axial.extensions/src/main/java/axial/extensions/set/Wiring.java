package axial.extensions.set;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Asks the framework who is wired to whom. */
final class Wiring {

  private final BundleContext context;
  private final FrameworkWiring framework;
  private final PassedOver passedOver;

  Wiring(BundleContext context, PassedOver passedOver) {
    this.context = context;
    this.passedOver = passedOver;
    this.framework =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }

  /** The bundles that are wired to these, directly or through others; not these themselves. */
  Set<Bundle> dependants(Collection<Bundle> bundles) {
    Set<Bundle> closure = new LinkedHashSet<>(framework.getDependencyClosure(bundles));
    bundles.forEach(closure::remove);
    return closure;
  }

  /** The bundles that are wired to this one directly. */
  List<Bundle> users(Bundle bundle) {
    @Nullable BundleWiring wiring = bundle.adapt(BundleWiring.class);
    List<BundleWire> wires = wiring == null ? null : wiring.getProvidedWires(null);
    return wires == null
        ? List.of()
        : wires.stream().map(wire -> wire.getRequirer().getBundle()).distinct().toList();
  }

  /** Resolves bundles as far as they can be. */
  void resolve(Collection<Bundle> bundles) {
    framework.resolveBundles(bundles);
  }

  /**
   * Gives back what the packages of removed bundles need; restarts nobody when nobody uses them.
   */
  void refresh(Collection<Bundle> removed) {
    framework.refreshBundles(removed);
  }

  /** What an unresolved bundle lacks, as the end of a sentence. */
  String missing(Bundle bundle) {
    return Lacking.of(framework, bundle, c -> passedOver.goes(c.getRevision()));
  }

  /** All bundles of the framework but the framework itself. */
  List<Bundle> bundles() {
    return Arrays.stream(context.getBundles()).filter(b -> b.getBundleId() != 0).toList();
  }
}
