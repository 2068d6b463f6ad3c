package axial.workbench.training;

import axial.job.Problem;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.run.Stage;
import axial.train.Epoch;
import axial.view.Subscription;
import axial.view.run.Course;
import axial.view.run.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A run of former days as a training that changes no more. It knows its epochs, but not their
 * batches, which runs do not keep.
 */
record FinishedRun(RunRecord record) implements Training, Course {

  @Override
  public String title() {
    return record.id();
  }

  /** A run that was cut off says that it is under way; it can be resumed like a stopped one. */
  @Override
  public State state() {
    return switch (record.status()) {
      case DONE -> State.DONE;
      case FAILED -> State.FAILED;
      case RUNNING, STOPPED -> State.STOPPED;
    };
  }

  @Override
  public Optional<RunRequest> request() {
    return Optional.empty();
  }

  @Override
  public Optional<RunSpec> spec() {
    return Optional.of(record.spec());
  }

  @Override
  public Optional<Path> run() {
    return Optional.of(record.folder());
  }

  @Override
  public Course course() {
    return this;
  }

  @Override
  public Optional<Problem> problem() {
    return Optional.empty();
  }

  @Override
  public void pause() {
    // It works no more.
  }

  @Override
  public void resume() {
    // It is not paused.
  }

  @Override
  public void finishNow() {
    // It works no more.
  }

  @Override
  public void stop() {
    // It works no more.
  }

  @Override
  public Subscription watch(Consumer<? super Training> listener) {
    return () -> {}; // it changes no more
  }

  @Override
  public Optional<Stage> stage() {
    return Optional.empty();
  }

  @Override
  public List<Summary> summaries() {
    return List.of();
  }

  @Override
  public Batches batches() {
    return Batches.none();
  }

  @Override
  public List<Epoch> epochs() {
    return record.epochs();
  }

  @Override
  public int plannedEpochs() {
    return record.spec().plan().epochs();
  }

  @Override
  public int bestEpoch() {
    return record.bestEpoch();
  }

  @Override
  public long lastEventNanos() {
    return 0;
  }

  @Override
  public double imagesPerSecond() {
    return 0;
  }

  @Override
  public List<String> setAside() {
    return record.failures();
  }
}
