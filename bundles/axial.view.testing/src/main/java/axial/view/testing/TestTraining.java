package axial.view.testing;

import axial.job.Problem;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.run.Stage;
import axial.train.Epoch;
import axial.view.Subscription;
import axial.view.run.Course;
import axial.view.run.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A training that reports nothing, in a state that a test changes. */
public final class TestTraining implements Training, Course {

  private final String title;
  private final Optional<RunSpec> spec;
  private final Optional<Path> run;
  private final List<Consumer<? super Training>> listeners = new ArrayList<>();
  private State state;

  /** A training of that name, specification and folder. */
  public TestTraining(String title, State state, Optional<RunSpec> spec, Optional<Path> run) {
    this.title = title;
    this.state = state;
    this.spec = spec;
    this.run = run;
  }

  /** Brings it to a state and tells that. */
  public void become(State changed) {
    state = changed;
    List.copyOf(listeners).forEach(listener -> listener.accept(this));
  }

  /** How many listeners it has. */
  public int watchers() {
    return listeners.size();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public Optional<RunRequest> request() {
    return Optional.empty();
  }

  @Override
  public Optional<RunSpec> spec() {
    return spec;
  }

  @Override
  public Optional<Path> run() {
    return run;
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
    become(State.PAUSED);
  }

  @Override
  public void resume() {
    become(State.RUNNING);
  }

  @Override
  public void finishNow() {
    become(State.DONE);
  }

  @Override
  public void stop() {
    become(State.STOPPED);
  }

  @Override
  public Subscription watch(Consumer<? super Training> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
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
    return List.of();
  }

  @Override
  public int plannedEpochs() {
    return 0;
  }

  @Override
  public int bestEpoch() {
    return 0;
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
    return List.of();
  }
}
