package axial.workbench.queue;

import axial.job.Problem;
import axial.run.RunEvent;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.run.Runs;
import axial.view.Subscription;
import axial.view.run.Course;
import axial.view.run.Training;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One training of this window. Only on the event dispatch thread, but for its bridge and gate. */
final class QueuedTraining implements Training {

  private final String title;
  private final boolean isolated;
  private final Optional<RunRequest> request;
  private final Work work;
  private final EventBridge bridge = new EventBridge();
  private final Gate gate = new Gate();
  private final CourseLog course = new CourseLog();
  private final Map<Object, Consumer<? super Training>> listeners = new LinkedHashMap<>();
  private State state = State.QUEUED;
  private Optional<RunSpec> spec = Optional.empty();
  private Optional<Path> run;
  private Optional<Problem> problem = Optional.empty();

  /** What is done on the training's thread. */
  interface Work {
    /**
     * Does it and returns its outcome in words, where there is more to say than that it is done.
     */
    Optional<String> run(Runs service, QueuedTraining training);
  }

  QueuedTraining(String title, Optional<RunRequest> request, Optional<Path> run, Work work) {
    this(title, request, run, work, false);
  }

  private QueuedTraining(
      String title, Optional<RunRequest> request, Optional<Path> run, Work work, boolean isolated) {
    this.isolated = isolated;
    this.title = title;
    this.request = request;
    this.run = run;
    this.work = work;
  }

  /** One in a process of its own, whose files are here only when it has ended. */
  static QueuedTraining isolated(RunRequest request, Work work) {
    return new QueuedTraining(request.model(), Optional.of(request), Optional.empty(), work, true);
  }

  Work work() {
    return work;
  }

  EventBridge bridge() {
    return bridge;
  }

  Gate gate() {
    return gate;
  }

  CourseLog log() {
    return course;
  }

  /** Takes what was reported since the last call and tells the listeners once. */
  void drain() {
    List<EventBridge.Timed> events = bridge.take();
    for (EventBridge.Timed timed : events) {
      course.add(timed.event(), timed.nanos());
      if (timed.event() instanceof RunEvent.Started started) {
        run = isolated ? run : Optional.of(started.folder());
        spec = Optional.of(started.spec());
      } else if (timed.event() instanceof RunEvent.Ended ended) {
        run = Optional.of(ended.folder());
      } else if (timed.event() instanceof RunEvent.Stopped stopped) {
        run = Optional.of(stopped.folder());
      }
    }
    if (!events.isEmpty()) {
      tell();
    }
  }

  void become(State next) {
    state = next;
    tell();
  }

  void fail(Problem reason) {
    problem = Optional.of(reason);
    become(State.FAILED);
  }

  private void tell() {
    List.copyOf(listeners.values()).forEach(listener -> listener.accept(this));
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
    return request;
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
    return course;
  }

  @Override
  public Optional<Problem> problem() {
    return problem;
  }

  @Override
  public boolean canPause() {
    return !isolated;
  }

  @Override
  public void pause() {
    if (state == State.RUNNING && canPause()) {
      gate.pause(true);
      become(State.PAUSED);
    }
  }

  @Override
  public void resume() {
    if (state == State.PAUSED) {
      gate.pause(false);
      become(State.RUNNING);
    }
  }

  @Override
  public void finishNow() {
    if (state == State.RUNNING || state == State.PAUSED) {
      gate.finish();
      become(State.RUNNING);
    }
  }

  @Override
  public void stop() {
    switch (state) {
      case QUEUED -> become(State.STOPPED);
      case RUNNING, PAUSED -> {
        gate.cancel();
        become(State.STOPPING);
      }
      case STOPPING, DONE, STOPPED, FAILED -> tell();
    }
  }

  @Override
  public Subscription watch(Consumer<? super Training> listener) {
    Object key = new Object();
    listeners.put(key, listener);
    return () -> listeners.remove(key);
  }
}
