package axial.run.isolated;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.IsolatedRuns;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.events.EventHub;
import axial.run.store.NewRuns;
import axial.run.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes runs in child processes of this one. The framework properties {@code axial.launcher} and
 * {@code axial.bundles} say what they start, {@code axial.workspace} where the runs come to.
 */
@Component
public final class LocalIsolatedRuns implements IsolatedRuns {

  private static final Duration GRACE = Duration.ofSeconds(15);

  private final EventHub hub;
  private final Path workspace;
  private final ChildJava java;

  /** A service over the places of a framework. */
  @Activate
  public LocalIsolatedRuns(BundleContext framework, @Reference EventHub hub) {
    this.hub = hub;
    workspace = Path.of(property(framework, "axial.workspace", "workspace")).toAbsolutePath();
    java =
        new ChildJava(
            property(framework, "axial.launcher", System.getProperty("java.class.path", "")),
            Path.of(property(framework, "axial.bundles", "bundles")).toAbsolutePath());
  }

  private static String property(BundleContext framework, String name, String otherwise) {
    return Optional.ofNullable(framework.getProperty(name)).orElse(otherwise);
  }

  @Override
  public RunRecord run(
      RunRequest request,
      Optional<Path> folder,
      Limits limits,
      RunListener listener,
      Progress progress) {
    Path target =
        folder
            .orElseGet(() -> NewRuns.free(workspace.resolve("runs"), request.model()))
            .toAbsolutePath()
            .normalize();
    requireFree(target);
    RunListener all =
        event -> {
          listener.on(event);
          hub.publish(event);
        };
    String id = String.valueOf(target.getFileName());
    try (ChildWorkspace place = ChildWorkspace.make(workspace, id)) {
      MadeRun made = new MadeRun(place.run(), Instant.now());
      try {
        ChildLine.Over over = make(request, limits, place, new Hearing(place.run(), all, progress));
        return over(over, made, target, all);
      } catch (ProblemException failed) {
        fail(failed.problem(), made, target, all);
        throw failed;
      }
    }
  }

  private ChildLine.Over make(
      RunRequest request, Limits limits, ChildWorkspace place, Hearing hearing) {
    try (ChildProcess process = ChildProcess.start(java.builder(place, limits), limits, GRACE)) {
      return process.make(
          new Order(request, place.run().toString()), hearing.progress(), hearing::hear);
    }
  }

  private RunRecord over(ChildLine.Over over, MadeRun made, Path target, RunListener all) {
    String id = String.valueOf(target.getFileName());
    if (!over.problems().isEmpty()) {
      Problem told = over.problems().get(0);
      throw ProblemException.of(
          told.kind(),
          Clean.of(told.summary(), Clean.SENTENCE),
          Clean.of(told.remedy(), Clean.SENTENCE));
    }
    if (over.stopped()) {
      if (made.isThere()) {
        made.requirePlain();
        made.record(RunRecord.Status.STOPPED, "");
        made.moveTo(target);
        all.on(new RunEvent.Stopped(id, target));
      }
      throw new CancelledException("The run " + id);
    }
    made.requireDone();
    made.requirePlain();
    made.moveTo(target);
    all.on(new RunEvent.Ended(id, target));
    return new RunFolder(target).record();
  }

  /** Keeps what there is of a run, with the reason of its failure. */
  private static void fail(Problem problem, MadeRun made, Path target, RunListener all) {
    try {
      if (made.isThere()) {
        made.requirePlain();
        made.record(RunRecord.Status.FAILED, problem.text());
        made.moveTo(target);
      }
    } catch (ProblemException lost) {
      System.getLogger(LocalIsolatedRuns.class.getName())
          .log(System.Logger.Level.WARNING, "A failed run was not kept.", lost);
    }
    all.on(new RunEvent.Failed(String.valueOf(target.getFileName()), problem));
  }

  private static void requireFree(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> list =
            Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
          if (list.findAny().isPresent()) {
            throw ProblemException.of(
                Problem.Kind.OUTPUT,
                "The folder " + folder + " is not empty.",
                "Choose a new folder with --out.");
          }
        }
      }
    } catch (IOException unreadable) {
      throw ChildWorkspace.unwritable(folder, unreadable);
    }
  }
}
