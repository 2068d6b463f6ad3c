package axial.run.lease;

import axial.extension.Leases;
import axial.run.Extensions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Holds the bundles of everything that one call works with, from before its first stage to its end,
 * however it ends. Closed by the thread that made it.
 */
public final class Holding implements AutoCloseable {

  private final BundleContext framework;
  private final Leases leases;
  private final Leases.Lease lease;
  private final LeasedExtensions extensions;
  private final List<ServiceReference<?>> taken = new ArrayList<>();

  /**
   * Begins to hold.
   *
   * @param holder who holds, as the user knows it
   * @param caller the service that was called
   */
  public Holding(
      BundleContext framework, Extensions extensions, Leases leases, String holder, Object caller) {
    this.framework = framework;
    this.leases = leases;
    this.lease = leases.hold(holder, List.of(caller));
    this.extensions = new LeasedExtensions(extensions, leases, lease);
  }

  /** The extensions; each that is found is held. */
  public LeasedExtensions extensions() {
    return extensions;
  }

  /**
   * Holds a service.
   *
   * @param present the one that the caller has had since it was started
   * @return the same, or that of a newer bundle of the same name that works beside it
   */
  public <T> T newest(Class<T> type, T present) {
    @Nullable Bundle bundle = FrameworkUtil.getBundle(present.getClass());
    Optional<T> newer = bundle == null ? Optional.empty() : newer(type, bundle);
    T chosen = newer.orElse(present);
    lease.add(List.of(chosen));
    return chosen;
  }

  private <T> Optional<T> newer(Class<T> type, Bundle present) {
    Optional<ServiceReference<T>> best =
        references(type).stream()
            .filter(reference -> isNewer(reference.getBundle(), present))
            .max(Comparator.comparing(reference -> reference.getBundle().getBundleId()));
    Optional<T> service = best.map(framework::getService);
    if (service.isPresent()) {
      taken.add(best.get());
    }
    return service;
  }

  private boolean isNewer(@Nullable Bundle bundle, Bundle present) {
    return bundle != null
        && bundle.getSymbolicName().equals(present.getSymbolicName())
        && bundle.getBundleId() > present.getBundleId()
        && !leases.retires(bundle.getBundleId());
  }

  private <T> Collection<ServiceReference<T>> references(Class<T> type) {
    try {
      return framework.getServiceReferences(type, null);
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException("There is no filter.", impossible);
    }
  }

  @Override
  public void close() {
    lease.close();
    taken.forEach(framework::ungetService);
  }
}
