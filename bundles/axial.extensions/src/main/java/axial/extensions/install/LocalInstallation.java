package axial.extensions.install;

import axial.extension.Installation;
import axial.extension.LockedBundle;
import axial.extensions.catalog.Offers;
import axial.extensions.disk.Guard;
import axial.extensions.jar.JarContents;
import axial.extensions.lock.LockFile;
import axial.extensions.lock.Store;
import axial.extensions.resolve.Fitting;
import axial.extensions.resolve.Running;
import axial.extensions.set.RunningSet;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes the extensions of the workspace of this framework. */
@Component
public final class LocalInstallation implements Installation {

  /** Where the framework has bundles of the set from: a jar named by its hash. */
  private static final String EXTENSION = ".*/[0-9a-f]{64}\\.jar";

  private final RunningSet running;
  private final Store store;
  private final Known known;
  private final Supplier<Running> framework;

  /** An installation over the running set. */
  @Activate
  public LocalInstallation(
      BundleContext framework, @Reference RunningSet running, @Reference Offers offers) {
    this(
        running,
        Store.of(
            Path.of(
                Optional.ofNullable(framework.getProperty("axial.workspace")).orElse("workspace"))),
        offers,
        () -> Running.of(framework, bundle -> bundle.getLocation().matches(EXTENSION)));
  }

  LocalInstallation(RunningSet running, Store store, Offers offers, Supplier<Running> framework) {
    this.running = running;
    this.store = store;
    this.framework = framework;
    known = new Known(store, offers);
  }

  @Override
  public List<Installed> list() {
    return running.list();
  }

  @Override
  public synchronized Plan plan(Change change, Progress progress) {
    return new Planner(running, store, known, new Fitting(framework.get()), progress).plan(change);
  }

  @Override
  public synchronized Done apply(Plan plan, Progress progress) {
    return apply(plan, progress, () -> {});
  }

  @Override
  public synchronized Done applyIsolated(Plan plan, Progress progress) {
    return apply(
        plan,
        progress,
        () -> running.isolate(plan.added().stream().map(l -> l.name().symbolicName()).toList()));
  }

  private Done apply(Plan plan, Progress progress, Runnable before) {
    List<LockedBundle> current = running.locked();
    if (!current.containsAll(plan.removed()) || plan.added().stream().anyMatch(current::contains)) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION,
          "The extensions have changed since this change was planned.",
          "Plan it again.");
    }
    Set<String> asked = asked(plan);
    if (plan.added().isEmpty() && plan.removed().isEmpty()) {
      store.brought().asked(asked);
      return new Done(Summary.of(plan), List.of());
    }
    try (Guard own = store.writing()) {
      for (LockedBundle line : plan.added()) {
        if (!store.has(line)) {
          fetch(line, plan.change(), progress);
        }
        store.verify(line);
      }
    }
    List<LockedBundle> wanted =
        Stream.concat(
                current.stream().filter(line -> !plan.removed().contains(line)),
                plan.added().stream())
            .toList();
    progress.checkCancelled();
    before.run();
    Done done = running.become(wanted, Summary.of(plan));
    store.brought().asked(asked);
    store.brought().brought(alongside(plan, asked, current));
    return done;
  }

  /** The names that the user asks for; updates and sets of others ask for nothing by its name. */
  private static Set<String> asked(Plan plan) {
    if (plan.change() instanceof Change.Install install) {
      return Set.of(install.symbolicName());
    }
    return plan.change() instanceof Change.InstallFile
        ? names(plan.added().stream().filter(line -> line.origin().isEmpty()))
        : Set.of();
  }

  /** The names of what comes because others need it, and was not there in another version. */
  private static Set<String> alongside(Plan plan, Set<String> asked, List<LockedBundle> former) {
    Set<String> there = names(former.stream());
    return plan.change() instanceof Change.Restore || plan.change() instanceof Change.Become
        ? Set.of()
        : names(
            plan.added().stream()
                .filter(line -> !asked.contains(line.name().symbolicName()))
                .filter(line -> !there.contains(line.name().symbolicName())));
  }

  private static Set<String> names(Stream<LockedBundle> lines) {
    return lines.map(line -> line.name().symbolicName()).collect(Collectors.toSet());
  }

  private void fetch(LockedBundle line, Change change, Progress progress) {
    boolean own = change instanceof Change.InstallFile && line.origin().isEmpty();
    try (InputStream in =
        own
            ? Files.newInputStream(((Change.InstallFile) change).jar())
            : known.open(line, progress)) {
      store.put(line, in, part -> check(line, part, progress), progress);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The jar of %s cannot be read (%s)."
                  .formatted(line.name(), broken.getClass().getSimpleName()),
              "Try again."),
          broken);
    }
  }

  /** A hash says who vouches for a jar; whether it is a bundle, and that one, is seen here. */
  private static void check(LockedBundle line, Path part, Progress progress) {
    JarContents contents = JarContents.read(part, "of " + line.name(), progress);
    if (!contents.described().name().equals(line.name())) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The jar of %s is a bundle %s.".formatted(line.name(), contents.described().name()),
          "It was not installed; ask who publishes it.");
    }
  }

  @Override
  public void exportLock(Path file) {
    LockFile.write(file, running.locked());
  }

  @Override
  public void exportLock(Path file, List<LockedBundle> bundles) {
    LockFile.write(file, bundles);
  }

  @Override
  public void awaitRetired(Progress progress) {
    running.awaitRetired(progress);
  }
}
