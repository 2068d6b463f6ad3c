package axial.workbench.evaluation;

import axial.data.Sample;
import axial.data.Split;
import axial.eval.Predictions;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.Runs;
import axial.run.Stage;
import axial.view.Subscription;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The run that the views of this bundle look at, read once for all of them. Thread-safe. */
@Component(service = {OpenRuns.class, RunListener.class})
public final class OpenRuns implements RunListener {

  private final Runs runs;
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private Optional<RunRecord> last = Optional.empty();
  private long reading;

  /** Reads runs from there. */
  @Activate
  public OpenRuns(@Reference Runs runs) {
    this.runs = runs;
  }

  /** What is known of a run; takes its time, so on a background thread. */
  RunRecord open(Path folder) {
    long begun;
    synchronized (this) {
      if (last.isPresent() && last.get().folder().equals(folder)) {
        return last.get();
      }
      begun = reading;
    }
    RunRecord read = runs.open(folder);
    synchronized (this) {
      if (begun == reading && read.status() == RunRecord.Status.DONE) {
        last = Optional.of(read);
      }
    }
    return read;
  }

  /**
   * What the model of an epoch says of a part, decided at 0.5; on a background thread.
   *
   * @throws axial.job.ProblemException when there is no such model, or the data have changed
   */
  Predictions asOf(int epoch, Split.Part part, Path folder, Progress progress) {
    Split split =
        open(folder)
            .split()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.USAGE,
                        "The run " + folder.getFileName() + " is not split yet.",
                        "Wait until it trains."));
    return runs.predict(
        folder,
        OptionalInt.of(epoch),
        split.part(part).stream().map(Sample::source).toList(),
        progress);
  }

  /** The evaluated runs of the workspace, the newest first; on a background thread. */
  List<RunRecord> evaluated() {
    List<RunRecord> evaluated = new ArrayList<>();
    for (RunRecord run : runs.list()) {
      if (run.predictions().isPresent()) {
        evaluated.add(run);
      }
    }
    return evaluated;
  }

  /** Tells, on the event dispatch thread, when a run may have changed. */
  Subscription watch(Runnable watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  @Override
  public void on(RunEvent event) {
    boolean changed =
        event instanceof RunEvent.Ended
            || event instanceof RunEvent.Stopped
            || event instanceof RunEvent.Failed
            || (event instanceof RunEvent.StageDone done && done.stage() == Stage.EVALUATE);
    if (changed) {
      synchronized (this) {
        last = Optional.empty();
        reading++;
      }
      EventQueue.invokeLater(() -> watchers.forEach(Runnable::run));
    }
  }
}
