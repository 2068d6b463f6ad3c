package axial.extensions.resolve;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/**
 * What the running framework offers to extensions: itself, the built-in bundles, and loose ones.
 *
 * @param wirings how those bundles are wired
 * @param services whether one of their services meets a filter
 */
public record Running(List<BundleWiring> wirings, Predicate<String> services) {

  /** Copies the list. */
  public Running {
    wirings = List.copyOf(wirings);
  }

  /** Bundles that have no services but those that they declare. */
  public Running(List<BundleWiring> wirings) {
    this(wirings, filter -> false);
  }

  /**
   * The bundles of a framework.
   *
   * @param extension which bundles belong to the set of extensions, and are not counted here as
   *     they may go
   */
  public static Running of(BundleContext framework, Predicate<Bundle> extension) {
    return new Running(
        Arrays.stream(framework.getBundles())
            .filter(extension.negate())
            .map(Running::wiring)
            .filter(Objects::nonNull)
            .toList(),
        filter -> offers(framework, filter, extension));
  }

  private static boolean offers(
      BundleContext framework, String filter, Predicate<Bundle> extension) {
    try {
      ServiceReference<?> @Nullable [] found = framework.getAllServiceReferences(null, filter);
      return found != null
          && Arrays.stream(found)
              .map(ServiceReference::getBundle)
              .anyMatch(bundle -> bundle != null && !(extension.test(bundle) && declares(bundle)));
    } catch (InvalidSyntaxException unreadable) {
      return false;
    }
  }

  /** Whether a bundle says itself which services it has; it is asked for them elsewhere then. */
  private static boolean declares(Bundle bundle) {
    @Nullable String offered = bundle.getHeaders("").get(Constants.PROVIDE_CAPABILITY);
    return offered != null && offered.contains(Need.SERVICE);
  }

  private static @Nullable BundleWiring wiring(Bundle bundle) {
    @Nullable BundleRevision revision = bundle.adapt(BundleRevision.class);
    boolean fragment =
        revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    return fragment || wiring == null || !wiring.isCurrent() ? null : wiring;
  }

  /** Symbolic name and version of a bundle that runs; "Axial" for the framework. */
  static String name(Bundle bundle) {
    return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
        ? "Axial"
        : bundle.getSymbolicName() + " " + bundle.getVersion();
  }
}
