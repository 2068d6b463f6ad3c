package axial.extensions.set;

import axial.extension.BundleName;
import axial.extension.Leases;
import axial.extension.LockedBundle;
import axial.extensions.lock.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Exchanges bundles of the running framework, for the locked set and for loose jars alike; one
 * exchange at a time. The property {@code axial.extensions.deadline} is the milliseconds that a
 * bundle has to come up.
 */
@Component(service = Swapping.class)
public final class Swapping {

  private static final String DEADLINE_MILLIS = "10000";

  private final Wiring wiring;
  private final BuiltIn builtIn;
  private final Retirement retirement;
  private final Exchange exchange;
  private final Leases leases;
  private final Path loose;
  private final Leases.Watch releases;
  private final ServiceRegistration<ResolverHookFactory> hook;

  /** The exchange of a framework. */
  @Activate
  public Swapping(
      BundleContext context,
      @Reference ServiceComponentRuntime components,
      @Reference Leases leases) {
    this.leases = leases;
    PassedOver passedOver = new PassedOver();
    wiring = new Wiring(context, passedOver);
    builtIn = new BuiltIn(property(context, "axial.bundles").map(Path::of), wiring);
    retirement = new Retirement(leases, wiring, passedOver);
    Duration deadline =
        Duration.ofMillis(
            Long.parseLong(property(context, "axial.extensions.deadline").orElse(DEADLINE_MILLIS)));
    Store store = Store.of(Path.of(property(context, "axial.workspace").orElse("workspace")));
    loose = context.getDataFile("loose").toPath();
    exchange =
        new Exchange(
            context,
            wiring,
            new Trial(context, components, deadline),
            passedOver,
            retirement,
            new Copies(
                context.getDataFile("copies").toPath(),
                hash -> {
                  Path kept = store.file(hash);
                  return Files.isRegularFile(kept) ? kept : loose.resolve(hash + ".jar");
                }),
            builtIn);
    releases = leases.onRelease(this::released);
    hook = context.registerService(ResolverHookFactory.class, passedOver, null);
  }

  private static Optional<String> property(BundleContext context, String name) {
    return Optional.ofNullable(context.getProperty(name)).filter(value -> !value.isBlank());
  }

  /** Called on the thread of a run that has ended, which does not wait. */
  private void released() {
    if (!retirement.names().isEmpty()) {
      Thread thread = new Thread(retirement::settle, "axial-released");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Deactivate
  void stop() {
    releases.close();
    hook.unregister();
  }

  /** Exchanges bundles, as {@link Exchange} says, unless Axial itself stands on one of them. */
  synchronized List<BundleName> exchange(
      List<Arrival> arrivals,
      Collection<Bundle> going,
      Map<Long, LockedBundle> lines,
      Runnable commit) {
    builtIn.requireReplaceable(going);
    return exchange.exchange(arrivals, going, lines, commit);
  }

  /** Whether a bundle goes. */
  boolean retires(Bundle bundle) {
    return leases.retires(bundle.getBundleId());
  }

  Wiring wiring() {
    return wiring;
  }

  BuiltIn builtIn() {
    return builtIn;
  }

  Retirement retirement() {
    return retirement;
  }

  /** Where jars are kept that no lock file names, as long as this framework runs. */
  Path loose() {
    return loose;
  }
}
