package axial.run.isolated;

import axial.eval.Predictions;
import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes runs in child processes of this one, and removes what such processes of an Axial that was
 * killed have left. The framework properties {@code axial.launcher} and {@code axial.bundles} say
 * what they start, {@code axial.workspace} where the runs come to.
 */
@Component(immediate = true)
public final class LocalIsolatedRuns implements IsolatedRuns {

  private static final long MILLIS_TO_SWEEP = 10_000;

  private final EventHub hub;
  private final Path workspace;
  private final Worker worker;
  private final RunJobs jobs;
  private final Thread sweeper;

  /** A service over the places of a framework. */
  @Activate
  public LocalIsolatedRuns(BundleContext framework, @Reference EventHub hub) {
    this.hub = hub;
    workspace = Path.of(property(framework, "axial.workspace", "workspace")).toAbsolutePath();
    worker =
        new Worker(
            new ChildJava(
                property(framework, "axial.launcher", System.getProperty("java.class.path", "")),
                Path.of(property(framework, "axial.bundles", "bundles")).toAbsolutePath()));
    jobs = new RunJobs(workspace, worker, hub);
    Path folders = ChildWorkspace.all(workspace);
    sweeper = new Thread(() -> HeldFolder.sweep(folders), "axial-isolated-sweep");
    sweeper.setDaemon(true);
    if (Files.isDirectory(folders)) {
      sweeper.start();
    }
  }

  /** Lets a removal of former leftovers end. */
  @Deactivate
  public void close() {
    try {
      sweeper.join(MILLIS_TO_SWEEP);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
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
        ChildLine.Over over =
            worker.tell(
                new Order.Make(request, place.run().toString()),
                limits,
                place,
                progress,
                new Hearing(place.run(), all, progress)::hear);
        return over(over, made, target, all);
      } catch (ProblemException failed) {
        fail(failed.problem(), made, target, all);
        throw failed;
      }
    }
  }

  @Override
  public RunRecord evaluate(Path folder, Limits limits, RunListener listener, Progress progress) {
    return jobs.evaluate(folder, limits, listener, progress);
  }

  @Override
  public Predictions predict(
      Path folder, OptionalInt epoch, List<String> images, Limits limits, Progress progress) {
    return jobs.predict(folder, epoch, images, limits, progress);
  }

  @Override
  public List<ExplainedSample> explain(
      Path folder, ExplainRequest request, Limits limits, RunListener listener, Progress progress) {
    return jobs.explain(folder, request, limits, listener, progress);
  }

  private RunRecord over(ChildLine.Over over, MadeRun made, Path target, RunListener all) {
    String id = String.valueOf(target.getFileName());
    Worker.requireNoProblem(over);
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
