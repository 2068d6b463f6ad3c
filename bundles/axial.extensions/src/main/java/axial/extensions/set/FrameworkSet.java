package axial.extensions.set;

import axial.extension.BundleName;
import axial.extension.Installation.Done;
import axial.extension.Installation.Installed;
import axial.extension.Installation.State;
import axial.extension.Leases;
import axial.extension.LockedBundle;
import axial.extensions.disk.Guard;
import axial.extensions.lock.IsolatedNames;
import axial.extensions.lock.LockFile;
import axial.extensions.lock.Store;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The set of extensions of this framework and of its workspace. */
@Component(service = RunningSet.class)
public final class FrameworkSet implements RunningSet {

  private final Path file;
  private final Path guard;
  private final IsolatedNames isolated;
  private final Store store;
  private final boolean safeMode;
  private final Swapping swapping;
  private final Wiring wiring;
  private final Standing standing;
  private final Leases leases;
  private volatile Optional<List<LockedBundle>> known = Optional.empty();

  /** The set of a framework; the property {@code axial.workspace} says where its lock file is. */
  @Activate
  public FrameworkSet(
      BundleContext context, @Reference Swapping swapping, @Reference Leases leases) {
    String workspace =
        Optional.ofNullable(context.getProperty("axial.workspace")).orElse("workspace");
    Path folder = Path.of(workspace).toAbsolutePath().resolve("extensions");
    this.file = folder.resolve("extensions.lock");
    this.guard = folder.resolve("set.guard");
    this.isolated = new IsolatedNames(folder);
    this.store = Store.of(Path.of(workspace));
    this.safeMode = Boolean.parseBoolean(context.getProperty("axial.safe-mode"));
    this.swapping = swapping;
    this.wiring = swapping.wiring();
    this.leases = leases;
    this.standing = new Standing(context, wiring, leases, isolated, safeMode);
  }

  @Override
  public List<LockedBundle> locked() {
    List<LockedBundle> lines = known.orElseGet(() -> LockFile.read(file));
    known = Optional.of(lines);
    return lines;
  }

  @Override
  public List<Installed> list() {
    List<Installed> list = new ArrayList<>();
    locked().forEach(line -> list.add(standing.of(line, running(line))));
    swapping
        .retirement()
        .lines()
        .forEach(
            (number, line) ->
                list.add(new Installed(line, State.RETIRING, "", leases.holders(number))));
    list.sort(Comparator.comparing(one -> one.bundle().name().toString()));
    return List.copyOf(list);
  }

  private boolean isolated(LockedBundle line) {
    return isolated.read().contains(line.name().symbolicName());
  }

  @Override
  public synchronized void isolate(Collection<String> symbolicNames) {
    for (LockedBundle line : locked()) {
      if (symbolicNames.contains(line.name().symbolicName()) && running(line).isPresent()) {
        throw ProblemException.of(
            Problem.Kind.EXTENSION,
            "%s runs in this process, and would be in one of its own only.".formatted(line.name()),
            "Remove it first, then install it with --isolated.");
      }
    }
    for (Bundle bundle : wiring.bundles()) {
      if (swapping.builtIn().has(bundle) && symbolicNames.contains(bundle.getSymbolicName())) {
        throw ProblemException.of(
            Problem.Kind.EXTENSION,
            "%s is a bundle of Axial itself, which cannot run without it."
                .formatted(bundle.getSymbolicName()),
            "Install it without --isolated, or not at all.");
      }
    }
    isolated.add(symbolicNames);
  }

  /** The newest bundle of a line, but those that retire. */
  private Optional<Bundle> running(LockedBundle line) {
    return wiring.bundles().stream()
        .filter(bundle -> Arrival.isOf(bundle, line.sha256()))
        .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
        .filter(bundle -> !leases.retires(bundle.getBundleId()))
        .max(Comparator.comparing(Bundle::getBundleId));
  }

  @Override
  public List<Path> shadowed(String symbolicName) {
    List<LockedBundle> lines =
        locked().stream()
            .filter(line -> line.name().symbolicName().equals(symbolicName))
            .filter(line -> !safeMode && !isolated(line) && running(line).isEmpty())
            .toList();
    lines.forEach(store::verify);
    return lines.stream().map(line -> store.file(line.sha256())).toList();
  }

  @Override
  public List<String> holders(List<LockedBundle> bundles) {
    Set<Bundle> running = new LinkedHashSet<>();
    bundles.forEach(line -> running(line).ifPresent(running::add));
    running.addAll(wiring.dependants(running));
    return running.stream()
        .flatMap(bundle -> leases.holders(bundle.getBundleId()).stream())
        .distinct()
        .toList();
  }

  @Override
  public synchronized Done become(List<LockedBundle> wanted, String summary) {
    try (Guard own = Guard.take(guard, "The extensions of this workspace")) {
      requireUnchanged();
      List<LockedBundle> former = locked();
      List<LockedBundle> added = without(wanted, former);
      List<BundleName> retiring =
          safeMode
              ? lockOnly(added, wanted)
              : exchange(
                  added.stream().filter(line -> !isolated(line)).toList(), List.copyOf(wanted));
      store.left(without(former, locked()));
      store.sweep(locked());
      return new Done(summary, retiring);
    } finally {
      isolated.retain(locked().stream().map(line -> line.name().symbolicName()).toList());
    }
  }

  /** The lines whose jars are not among those of others. */
  private static List<LockedBundle> without(List<LockedBundle> lines, List<LockedBundle> others) {
    Set<String> hashes = new HashSet<>();
    others.forEach(line -> hashes.add(line.sha256()));
    return lines.stream().filter(line -> !hashes.contains(line.sha256())).toList();
  }

  /** Another Axial may have changed the set of the workspace since this one was started. */
  private void requireUnchanged() {
    if (!new HashSet<>(LockFile.read(file)).equals(new HashSet<>(locked()))) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION,
          "The extensions of this workspace were changed by another Axial.",
          "Start this one anew, then try again.");
    }
  }

  private List<BundleName> lockOnly(List<LockedBundle> added, List<LockedBundle> wanted) {
    if (!added.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION,
          "%s cannot be installed in safe mode, as no extension is started."
              .formatted(added.get(0).name()),
          "Start Axial without --safe-mode. Removing works here.");
    }
    lock(wanted);
    return List.of();
  }

  private void lock(List<LockedBundle> wanted) {
    LockFile.write(file, wanted);
    known = Optional.of(List.copyOf(wanted));
  }

  private List<BundleName> exchange(List<LockedBundle> added, List<LockedBundle> wanted) {
    List<LockedBundle> removed = without(locked(), wanted);
    Set<String> names = new HashSet<>();
    wanted.forEach(line -> names.add(line.name().symbolicName()));
    Set<Bundle> going = new LinkedHashSet<>();
    Map<Long, LockedBundle> lines = new HashMap<>();
    for (LockedBundle line : removed) {
      running(line)
          .ifPresent(
              bundle -> {
                going.add(bundle);
                lines.put(bundle.getBundleId(), line);
              });
    }
    going.addAll(superseded(added));
    List<Arrival> arrivals = new ArrayList<>();
    for (LockedBundle line : added) {
      arrivals.add(Arrival.lying(line.name().toString(), store.file(line.sha256())));
    }
    removed.stream()
        .map(line -> line.name().symbolicName())
        .filter(name -> !names.contains(name))
        .flatMap(name -> swapping.builtIn().jar(name).stream().map(jar -> Arrival.lying(name, jar)))
        .forEach(arrivals::add);
    return swapping.exchange(arrivals, going, lines, () -> lock(wanted));
  }

  /** Built-in bundles in whose place others come. */
  private Collection<Bundle> superseded(List<LockedBundle> added) {
    Set<String> names = new HashSet<>();
    added.forEach(line -> names.add(line.name().symbolicName()));
    return wiring.bundles().stream()
        .filter(bundle -> names.contains(bundle.getSymbolicName()))
        .filter(swapping.builtIn()::has)
        .toList();
  }

  @Override
  public void awaitRetired(Progress progress) {
    swapping.retirement().await(progress);
  }
}
