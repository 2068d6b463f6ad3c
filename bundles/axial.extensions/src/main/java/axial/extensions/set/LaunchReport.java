package axial.extensions.set;

import axial.extension.LockedBundle;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What the launcher has set aside: a map from SHA-256 to the reason, a service with the property
 * {@code axial.launch=set-aside}.
 */
final class LaunchReport {

  private static final String FILTER = "(axial.launch=set-aside)";

  private final BundleContext context;

  LaunchReport(BundleContext context) {
    this.context = context;
  }

  /** Why a line was set aside at the start; nothing when it was not. */
  Optional<String> reason(LockedBundle line) {
    for (ServiceReference<?> reference : references()) {
      @Nullable Object service = context.getService(reference);
      try {
        if (service instanceof Map<?, ?> reasons
            && reasons.get(line.sha256()) instanceof String why) {
          return Optional.of(why);
        }
      } finally {
        context.ungetService(reference);
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("rawtypes") // a service is asked for by its raw class
  private Collection<ServiceReference<Map>> references() {
    try {
      return context.getServiceReferences(Map.class, FILTER);
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException("The filter is a constant.", impossible);
    }
  }
}
