package axial.extensions.set;

import axial.extension.BundleName;
import axial.extension.Leases;
import axial.extension.LockedBundle;
import axial.job.CancelledException;
import axial.job.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Bundles that go. They work until nobody holds them or one that is wired to them; then they are
 * uninstalled, on a thread of their own, as the end of a bundle may hang like its start.
 * Thread-safe.
 */
final class Retirement {

  private static final long LOOK_MILLIS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Leases leases;
  private final Wiring wiring;
  private final PassedOver passedOver;
  private final Set<Group> groups = new LinkedHashSet<>();

  /** Bundles that go together, with the lines of the lock file that named them. */
  private static final class Group {
    final List<Bundle> bundles;
    final Map<Long, LockedBundle> lines;
    final boolean worked;
    boolean ending;

    Group(Collection<Bundle> bundles, Map<Long, LockedBundle> lines, boolean worked) {
      this.bundles = List.copyOf(bundles);
      this.lines = Map.copyOf(lines);
      this.worked = worked;
    }
  }

  Retirement(Leases leases, Wiring wiring, PassedOver passedOver) {
    this.leases = leases;
    this.wiring = wiring;
    this.passedOver = passedOver;
  }

  /** From now on nobody new gets hold of these bundles, and they go when nobody holds them. */
  void begin(Collection<Bundle> bundles, Map<Long, LockedBundle> lines) {
    begin(bundles, lines, true);
  }

  /** Takes bundles away that did not come up; nobody waits for their end. */
  void withdraw(Collection<Bundle> bundles) {
    begin(bundles, Map.of(), false);
  }

  private void begin(Collection<Bundle> bundles, Map<Long, LockedBundle> lines, boolean worked) {
    if (bundles.isEmpty()) {
      return;
    }
    List<Long> numbers = bundles.stream().map(Bundle::getBundleId).toList();
    passedOver.add(numbers);
    leases.retire(numbers);
    synchronized (groups) {
      groups.add(new Group(bundles, lines, worked));
    }
    settle();
  }

  /** Ends what nobody holds any more; returns when that is done or takes too long. */
  void settle() {
    List<Thread> endings = new ArrayList<>();
    synchronized (groups) {
      for (Group group : groups) {
        if (!group.ending && isFree(group)) {
          group.ending = true;
          Thread thread = new Thread(() -> end(group), "axial-retire");
          thread.setDaemon(true);
          thread.start();
          endings.add(thread);
        }
      }
    }
    long until = System.nanoTime() + PATIENCE.toNanos();
    for (Thread thread : endings) {
      try {
        thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isFree(Group group) {
    return isFree(group.bundles) && isFree(wiring.dependants(group.bundles));
  }

  private boolean isFree(Collection<Bundle> bundles) {
    return bundles.stream().allMatch(bundle -> leases.holders(bundle.getBundleId()).isEmpty());
  }

  private void end(Group group) {
    Set<Bundle> others = wiring.dependants(group.bundles);
    boolean wired = group.bundles.stream().anyMatch(bundle -> !wiring.users(bundle).isEmpty());
    for (Bundle bundle : group.bundles) {
      try {
        if (bundle.getState() != Bundle.UNINSTALLED) {
          bundle.uninstall();
        }
      } catch (BundleException | IllegalStateException stays) {
        System.getLogger(Retirement.class.getName())
            .log(System.Logger.Level.WARNING, "A bundle did not go: " + bundle, stays);
      }
    }
    // Whoever is wired to them and stays would be restarted by a refresh: it keeps what it has.
    if (wired && others.isEmpty()) {
      wiring.refresh(group.bundles);
    }
    passedOver.remove(group.bundles.stream().map(Bundle::getBundleId).toList());
    synchronized (groups) {
      groups.remove(group);
      groups.notifyAll();
    }
  }

  private List<Bundle> bundles() {
    synchronized (groups) {
      return groups.stream()
          .filter(group -> group.worked)
          .flatMap(group -> group.bundles.stream())
          .toList();
    }
  }

  /** The names of the bundles that still work and go later, each once. */
  List<BundleName> names() {
    return bundles().stream()
        .map(bundle -> new BundleName(bundle.getSymbolicName(), bundle.getVersion().toString()))
        .distinct()
        .toList();
  }

  /** The lines of former lock files that named them, by the numbers of the bundles. */
  Map<Long, LockedBundle> lines() {
    synchronized (groups) {
      Map<Long, LockedBundle> lines = new TreeMap<>();
      groups.forEach(group -> lines.putAll(group.lines));
      return lines;
    }
  }

  /** Waits until all are gone. */
  void await(Progress progress) {
    synchronized (groups) {
      long all = bundles().size();
      for (long left = all; left > 0; left = bundles().size()) {
        progress.at("Waiting for " + names(), all - left, all);
        progress.checkCancelled();
        try {
          groups.wait(LOOK_MILLIS);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          throw new CancelledException("Waiting for extensions to retire");
        }
      }
    }
  }
}
