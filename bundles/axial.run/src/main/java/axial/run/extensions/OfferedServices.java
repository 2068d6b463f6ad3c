package axial.run.extensions;

import axial.job.Extension;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * The services of one type. A service object is asked for when it is first needed, kept until its
 * bundle takes it back, and then let go.
 */
final class OfferedServices<T extends Extension>
    implements ServiceTrackerCustomizer<T, ServiceReference<T>> {

  private final BundleContext framework;
  private final Map<ServiceReference<T>, Optional<T>> taken = new ConcurrentHashMap<>();
  private final ServiceTracker<T, ServiceReference<T>> tracker;

  /**
   * One offered service.
   *
   * @param service the object, unless its constructor failed
   * @param component name of its component, or of its type
   * @param bundle that offers it
   */
  record Offer<T>(Optional<T> service, String component, Bundle bundle) {

    /** Symbolic name and version of the bundle. */
    String bundleName() {
      return Names.of(bundle);
    }
  }

  OfferedServices(BundleContext framework, Class<T> type) {
    this.framework = framework;
    tracker = new ServiceTracker<>(framework, type, this);
    tracker.open();
  }

  /** All offers, those of the highest ranking first. */
  List<Offer<T>> offers() {
    ServiceReference<T> @Nullable [] references = tracker.getServiceReferences();
    return references == null
        ? List.of()
        : Arrays.stream(references)
            .sorted(Comparator.reverseOrder())
            .map(this::offer)
            .flatMap(Optional::stream)
            .toList();
  }

  private Optional<Offer<T>> offer(ServiceReference<T> reference) {
    @Nullable Bundle bundle = reference.getBundle();
    if (bundle == null) {
      return Optional.empty();
    }
    Optional<T> service =
        taken.computeIfAbsent(reference, r -> Optional.ofNullable(framework.getService(r)));
    Object component = reference.getProperty("component.name");
    String type = ((String[]) reference.getProperty("objectClass"))[0];
    return Optional.of(
        new Offer<>(
            service,
            component == null ? type.substring(type.lastIndexOf('.') + 1) : component.toString(),
            bundle));
  }

  @Override
  public ServiceReference<T> addingService(ServiceReference<T> reference) {
    return reference;
  }

  @Override
  public void modifiedService(ServiceReference<T> reference, ServiceReference<T> tracked) {}

  @Override
  public void removedService(ServiceReference<T> reference, ServiceReference<T> tracked) {
    Optional<T> service = taken.remove(reference);
    if (service != null && service.isPresent()) {
      framework.ungetService(reference);
    }
  }

  void close() {
    tracker.close();
  }
}
