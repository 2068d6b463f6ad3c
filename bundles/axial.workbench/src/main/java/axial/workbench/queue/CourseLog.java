package axial.workbench.queue;

import axial.run.RunEvent;
import axial.run.Stage;
import axial.train.Epoch;
import axial.view.run.Course;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What one training has reported. Only on the event dispatch thread. */
final class CourseLog implements Course {

  private static final long WINDOW_NANOS = 5_000_000_000L;

  private final BatchLog batches = new BatchLog();
  private final List<Epoch> epochs = new ArrayList<>();
  private final List<Summary> summaries = new ArrayList<>();
  private final List<String> setAside = new ArrayList<>();
  private final Deque<Timed> recent = new ArrayDeque<>();
  private long recentImages;
  private Optional<Stage> stage = Optional.empty();
  private int plannedEpochs;
  private int bestEpoch;
  private long lastEventNanos;

  private record Timed(long nanos, int images) {}

  /** Takes an event that happened at that time. */
  void add(RunEvent event, long nanos) {
    lastEventNanos = nanos;
    if (event instanceof RunEvent.Started started) {
      plannedEpochs = started.spec().plan().epochs();
    } else if (event instanceof RunEvent.StageStarted begun) {
      stage = Optional.of(begun.stage());
    } else if (event instanceof RunEvent.StageDone done) {
      summaries.add(new Summary(done.stage(), done.summary()));
    } else if (event instanceof RunEvent.BatchDone batch) {
      batches.add(batch);
      count(nanos, batch.metrics().samples());
    } else if (event instanceof RunEvent.EpochDone done) {
      epochs.add(done.epoch());
      plannedEpochs = done.epochs();
      if (done.best()) {
        bestEpoch = done.epoch().number();
      }
    } else if (event instanceof RunEvent.ExtensionFailed failed) {
      setAside.add(
          "%s of bundle %s: %s".formatted(failed.extension(), failed.bundle(), failed.reason()));
    }
  }

  /** Takes epochs of before this window, of a run that goes on. */
  void remember(List<Epoch> former, int best) {
    epochs.addAll(former);
    bestEpoch = best;
  }

  private void count(long nanos, int images) {
    recent.addLast(new Timed(nanos, images));
    recentImages += images;
    while (recent.size() > 2 && nanos - recent.peekFirst().nanos() > WINDOW_NANOS) {
      recentImages -= recent.removeFirst().images();
    }
  }

  @Override
  public Optional<Stage> stage() {
    return stage;
  }

  @Override
  public List<Summary> summaries() {
    return Collections.unmodifiableList(summaries);
  }

  @Override
  public Batches batches() {
    return batches;
  }

  @Override
  public List<Epoch> epochs() {
    return Collections.unmodifiableList(epochs);
  }

  @Override
  public int plannedEpochs() {
    return plannedEpochs;
  }

  @Override
  public int bestEpoch() {
    return bestEpoch;
  }

  @Override
  public long lastEventNanos() {
    return lastEventNanos;
  }

  @Override
  public double imagesPerSecond() {
    if (recent.size() < 2) {
      return 0;
    }
    Timed first = recent.getFirst();
    double seconds = (recent.getLast().nanos() - first.nanos()) / 1e9;
    return seconds <= 0 ? 0 : (recentImages - first.images()) / seconds;
  }

  @Override
  public List<String> setAside() {
    return Collections.unmodifiableList(setAside);
  }
}
