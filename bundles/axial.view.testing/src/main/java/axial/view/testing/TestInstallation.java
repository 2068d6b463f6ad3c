package axial.view.testing;

import axial.extension.BundleName;
import axial.extension.Installation;
import axial.extension.LockedBundle;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Extensions that only remember what was asked; a test says what a change would lead to. */
public final class TestInstallation implements Installation {

  /** What is installed. */
  public final List<Installed> installed = new CopyOnWriteArrayList<>();

  /** What was planned, and what was carried out or written, in order. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** What a change adds, by symbolic name or file name. */
  public final Map<String, LockedBundle> offers = new ConcurrentHashMap<>();

  /** Why a change of that name is refused, in words. */
  public final Map<String, String> refusals = new ConcurrentHashMap<>();

  /** Opened when what retires has gone. */
  public final CountDownLatch free = new CountDownLatch(1);

  /** A bundle of that name and version; its hash comes from both. */
  public static LockedBundle bundle(String name, String version, String catalog) {
    String hash = "%064x".formatted((name + version).hashCode() & 0xffffffffL);
    return new LockedBundle(
        new BundleName(name, version),
        hash,
        12_000,
        catalog.isEmpty()
            ? Optional.empty()
            : Optional.of(new LockedBundle.Origin(catalog, "key of " + catalog)));
  }

  /** Installs a bundle that is used by those holders. */
  public void put(LockedBundle bundle, State state, String... holders) {
    installed.add(new Installed(bundle, state, "", List.of(holders)));
  }

  @Override
  public List<Installed> list() {
    return List.copyOf(installed);
  }

  @Override
  public Plan plan(Change change, Progress progress) {
    String name = name(change);
    asked.add("plan " + name);
    Optional.ofNullable(refusals.get(name))
        .ifPresent(
            why -> {
              throw ProblemException.of(Problem.Kind.EXTENSION, why, "Ask its publisher.");
            });
    List<LockedBundle> added = new ArrayList<>();
    Optional.ofNullable(offers.get(name)).ifPresent(added::add);
    String former = added.isEmpty() ? name : added.get(0).name().symbolicName();
    List<Installed> going =
        installed.stream()
            .filter(one -> one.bundle().name().symbolicName().equals(former))
            .toList();
    return new Plan(
        change,
        added,
        going.stream().map(Installed::bundle).toList(),
        added.stream()
            .filter(each -> each.origin().isPresent())
            .mapToLong(LockedBundle::bytes)
            .sum(),
        going.stream().flatMap(one -> one.holders().stream()).toList());
  }

  private static String name(Change change) {
    if (change instanceof Change.Install install) {
      return install.symbolicName();
    }
    if (change instanceof Change.Update update) {
      return update.symbolicName();
    }
    if (change instanceof Change.InstallFile file) {
      return String.valueOf(file.jar().getFileName());
    }
    if (change instanceof Change.Remove remove) {
      return remove.symbolicName();
    }
    return change instanceof Change.Restore restore
        ? String.valueOf(restore.lock().getFileName())
        : "set";
  }

  @Override
  public Done apply(Plan plan, Progress progress) {
    return done("apply ", plan, State.ACTIVE);
  }

  @Override
  public Done applyIsolated(Plan plan, Progress progress) {
    return done("isolate ", plan, State.ISOLATED);
  }

  private Done done(String how, Plan plan, State state) {
    asked.add(how + name(plan.change()));
    installed.removeIf(one -> plan.removed().contains(one.bundle()));
    plan.added().forEach(bundle -> put(bundle, state));
    List<BundleName> retiring =
        plan.heldBy().isEmpty()
            ? List.of()
            : plan.removed().stream().map(LockedBundle::name).toList();
    return new Done(
        plan.added().isEmpty() ? "Removed." : "Installed " + plan.added().get(0).name() + ".",
        retiring);
  }

  @Override
  public void exportLock(Path file) {
    asked.add("write " + file.getFileName());
  }

  @Override
  public void exportLock(Path file, List<LockedBundle> bundles) {
    exportLock(file);
  }

  @Override
  public void awaitRetired(Progress progress) {
    asked.add("wait");
    try {
      free.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
