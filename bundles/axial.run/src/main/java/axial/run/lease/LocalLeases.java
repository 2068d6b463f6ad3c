package axial.run.lease;

import axial.extension.BundleName;
import axial.extension.Leases;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;

/** The leases of this process. */
@Component
public final class LocalLeases implements Leases {

  private final Object lock = new Object();
  private final Set<Held> open = new LinkedHashSet<>();
  private final Set<Long> retiring = new HashSet<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  @Override
  public Lease hold(String holder, Collection<?> services) {
    Held held = new Held(holder);
    Map<Long, BundleName> bundles = bundles(services);
    synchronized (lock) {
      bundles.keySet().removeAll(retiring);
      held.bundles.putAll(bundles);
      open.add(held);
    }
    return held;
  }

  private static Map<Long, BundleName> bundles(Collection<?> services) {
    Map<Long, BundleName> bundles = new HashMap<>();
    for (Object service : services) {
      @Nullable Bundle bundle = FrameworkUtil.getBundle(service.getClass());
      if (bundle != null && bundle.getSymbolicName() != null) {
        bundles.put(
            bundle.getBundleId(),
            new BundleName(bundle.getSymbolicName(), bundle.getVersion().toString()));
      }
    }
    return bundles;
  }

  @Override
  public List<String> holders(BundleName bundle) {
    return holders(held -> held.bundles.containsValue(bundle));
  }

  @Override
  public List<String> holders(long bundle) {
    return holders(held -> held.bundles.containsKey(bundle));
  }

  private List<String> holders(Predicate<Held> which) {
    synchronized (lock) {
      return open.stream().filter(which).map(held -> held.holder).toList();
    }
  }

  @Override
  public void retire(Collection<Long> bundles) {
    synchronized (lock) {
      retiring.addAll(bundles);
    }
  }

  @Override
  public boolean retires(long bundle) {
    synchronized (lock) {
      return retiring.contains(bundle);
    }
  }

  @Override
  public Watch onRelease(Runnable listener) {
    Runnable own = () -> listener.run(); // one of its own, so that each watch ends by itself
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  /** One lease; its bundles are guarded by the lock. */
  private final class Held implements Lease {

    private final String holder;
    private final Map<Long, BundleName> bundles = new HashMap<>();

    Held(String holder) {
      this.holder = holder;
    }

    @Override
    public boolean add(Collection<?> services) {
      Map<Long, BundleName> more = bundles(services);
      synchronized (lock) {
        more.keySet().removeAll(bundles.keySet());
        if (more.keySet().stream().anyMatch(retiring::contains)) {
          return false;
        }
        bundles.putAll(more);
        return true;
      }
    }

    @Override
    public void close() {
      boolean closed;
      synchronized (lock) {
        closed = open.remove(this);
      }
      if (closed) {
        listeners.forEach(Runnable::run);
      }
    }
  }
}
