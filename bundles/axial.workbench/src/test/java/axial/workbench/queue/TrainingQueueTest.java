package axial.workbench.queue;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Shape;
import axial.data.Split;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import axial.run.IsolatedRuns;
import axial.run.IsolatedRuns.Limits;
import axial.run.MemoryPeaks;
import axial.run.PredictedBy;
import axial.run.RepeatRequest;
import axial.run.Repetition;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.run.Runs;
import axial.train.Metrics;
import axial.train.TrainingPlan;
import axial.view.run.Training;
import axial.view.testing.TestDesk;
import axial.view.testing.UnaskedIsolatedRuns;
import axial.view.testing.UnaskedRuns;
import axial.workbench.job.JobRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainingQueueTest {

  private static final int BATCHES = 1000;

  private final List<Problem> told = new ArrayList<>();
  private final List<Path> finished = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private final JobRunner jobs = new JobRunner((problem, cause) -> told.add(problem));
  private final Semaphore allowed = new Semaphore(0);
  private final AtomicInteger trained = new AtomicInteger();
  private final TrainingQueue queue =
      new TrainingQueue(
          this::runs, this::isolated, jobs, (problem, cause) -> told.add(problem), this::finished);

  private void finished(Path folder, String outcome) {
    finished.add(folder);
    outcomes.add(outcome);
  }

  /** Trains as many batches as the test allows. */
  private Runs runs() {
    return new UnaskedRuns() {
      @Override
      public RunSpec specify(RunRequest request) {
        return TrainingQueueTest.specify(request);
      }

      @Override
      public RunRecord run(
          RunSpec spec, Optional<Path> folder, RunListener listener, Progress progress) {
        return train(spec, listener, progress);
      }

      @Override
      public Repetition repeat(RepeatRequest request, RunListener listener, Progress progress) {
        return TrainingQueueTest.this.repeat(request.run(), listener, progress);
      }
    };
  }

  /** Trains in a folder of its own, from which the run comes to its place at the end. */
  private IsolatedRuns isolated() {
    return new UnaskedIsolatedRuns() {
      @Override
      public RunRecord run(
          RunRequest request,
          Optional<Path> folder,
          Limits limits,
          RunListener listener,
          Progress progress) {
        return train(specify(request), limits, listener);
      }
    };
  }

  private RunRecord train(RunSpec spec, Limits limits, RunListener listener) {
    String id = spec.model().id();
    listener.on(new RunEvent.Started(id, Path.of("isolated", id), spec, false));
    for (int batch = 1; batch <= 2; batch++) {
      allowed.acquireUninterruptibly();
      listener.on(new RunEvent.BatchDone(id, 1, batch, 2, new Metrics(4, 0.5, 0.75, 1)));
    }
    if (limits.memoryBytes() == Limits.LEAST_BYTES) {
      throw ProblemException.of(Problem.Kind.MACHINE, "The run needed more memory.", "Give it.");
    }
    listener.on(new RunEvent.Ended(id, Path.of("runs", id)));
    return record(spec);
  }

  private static RunSpec specify(RunRequest request) {
    if (request.model().equals("unknown")) {
      throw ProblemException.of(Problem.Kind.USAGE, "There is no model \"unknown\".", "");
    }
    Choice any = new Choice(request.model(), Map.of());
    return new RunSpec(
        "phantom",
        any,
        any,
        any,
        List.of(),
        any,
        new Shape(8, 8, 1),
        any,
        new TrainingPlan(1, 4, false, 0, List.of()),
        List.of(),
        List.of(),
        0,
        1,
        Split.Protocol.CLEAN,
        List.of(),
        0);
  }

  private RunRecord train(RunSpec spec, RunListener listener, Progress progress) {
    String id = spec.model().id();
    listener.on(new RunEvent.Started(id, Path.of("runs", id), spec, false));
    for (int batch = 1; batch <= BATCHES && !progress.finishNow(); batch++) {
      progress.check();
      allowed.acquireUninterruptibly();
      trained.incrementAndGet();
      listener.on(new RunEvent.BatchDone(id, 1, batch, BATCHES, new Metrics(4, 0.5, 0.75, 1)));
    }
    listener.on(new RunEvent.Ended(id, Path.of("runs", id)));
    return record(spec);
  }

  private Repetition repeat(Path run, RunListener listener, Progress progress) {
    RunSpec spec = specify(request(run.getFileName() + "-2"));
    train(spec, listener, progress);
    RunRecord record = record(spec);
    return new Repetition(record, record, List.of(), List.of());
  }

  private static RunRecord record(RunSpec spec) {
    return new RunRecord(
        spec.model().id(),
        Path.of("runs", spec.model().id()),
        RunRecord.Status.DONE,
        Instant.EPOCH,
        spec,
        new Network(
            "small",
            new Shape(8, 8, 1),
            List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
            Optimizer.Adam.keras(),
            Loss.BINARY_CROSS_ENTROPY),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PredictedBy.nobody(),
        Optional.empty(),
        List.of(),
        0,
        List.of(),
        Optional.empty(),
        MemoryPeaks.UNKNOWN);
  }

  private static RunRequest request(String model) {
    return new RunRequest(model, "phantom", Map.of());
  }

  private static <T> T edt(Callable<T> act) throws Exception {
    return TestDesk.edt(act);
  }

  private static void awaitState(Training training, Training.State state) throws Exception {
    TestDesk.await(training.title() + " is " + state, () -> training.state() == state);
  }

  @AfterEach
  void close() throws Exception {
    edt(
        () -> {
          queue.close();
          jobs.close();
          return true;
        });
    allowed.release(2 * BATCHES);
    TestDesk.await("all have ended", () -> !queue.busy());
  }

  @Test
  void oneTrainsAtATimeAndTheNextBeginsByItself() throws Exception {
    Training first = edt(() -> queue.start(request("one")));
    Training second = edt(() -> queue.start(request("two")));
    awaitState(first, Training.State.RUNNING);
    assertThat(edt(second::state)).isEqualTo(Training.State.QUEUED);
    allowed.release(2 * BATCHES);
    awaitState(second, Training.State.DONE);
    assertThat(edt(first::state)).isEqualTo(Training.State.DONE);
    assertThat(finished).containsExactly(Path.of("runs/one"), Path.of("runs/two"));
    assertThat(edt(() -> first.course().batches().count())).isEqualTo(BATCHES);
    assertThat(edt(() -> first.course().batches().accuracy(BATCHES - 1))).isEqualTo(0.75);
    assertThat(edt(() -> jobs.running().get())).isEmpty();
  }

  @Test
  void asManyRunAtOnceAsTheUserAllows() throws Exception {
    Training first = edt(() -> queue.start(request("one")));
    Training second = edt(() -> queue.start(request("two")));
    Training third = edt(() -> queue.start(request("three")));
    assertThat(edt(second::state)).isEqualTo(Training.State.QUEUED);
    edt(
        () -> {
          queue.atOnce(2);
          return true;
        });
    assertThat(edt(second::state)).isEqualTo(Training.State.RUNNING);
    assertThat(edt(third::state)).isEqualTo(Training.State.QUEUED);
    allowed.release(3 * BATCHES);
    awaitState(third, Training.State.DONE);
    assertThat(edt(first::state)).isEqualTo(Training.State.DONE);
    TestDesk.await("the queue is empty", () -> !queue.busy());
  }

  @Test
  void aRepetitionWaitsForItsTurnAndTellsWhetherBothAreEqual() throws Exception {
    edt(() -> queue.start(request("one")));
    Training again = edt(() -> queue.repeat(Path.of("runs", "former")));
    assertThat(edt(again::state)).isEqualTo(Training.State.QUEUED);
    allowed.release(2 * BATCHES);
    awaitState(again, Training.State.DONE);
    assertThat(finished).containsExactly(Path.of("runs/one"), Path.of("runs/former-2"));
    assertThat(outcomes.get(0)).isEqualTo("Run one is done. Its results are in Evaluate.");
    assertThat(outcomes.get(1)).startsWith("Bit-equal");
  }

  @Test
  void aPausedTrainingHoldsAndGoesOn() throws Exception {
    Training training = edt(() -> queue.start(request("one")));
    allowed.release(3);
    TestDesk.await("three batches are told", () -> training.course().batches().count() == 3);
    edt(
        () -> {
          training.pause();
          return true;
        });
    allowed.release(BATCHES);
    // One batch may have passed the gate before; then it holds.
    TestDesk.await("it is paused", () -> training.state() == Training.State.PAUSED);
    int held = trained.get();
    assertThat(held).isLessThanOrEqualTo(4);
    edt(
        () -> {
          training.resume();
          return true;
        });
    awaitState(training, Training.State.DONE);
    assertThat(trained.get()).isEqualTo(BATCHES);
  }

  @Test
  void aTrainingThatIsToFinishNowEndsWell() throws Exception {
    Training training = edt(() -> queue.start(request("one")));
    allowed.release(2);
    TestDesk.await("two batches are told", () -> training.course().batches().count() == 2);
    edt(
        () -> {
          training.finishNow();
          return true;
        });
    allowed.release(1);
    awaitState(training, Training.State.DONE);
    assertThat(trained.get()).isLessThan(BATCHES);
  }

  @Test
  void aStoppedTrainingStopsAlsoWhilePausedAndTheNextBegins() throws Exception {
    Training first = edt(() -> queue.start(request("one")));
    Training second = edt(() -> queue.start(request("two")));
    allowed.release(1);
    TestDesk.await("a batch is told", () -> first.course().batches().count() == 1);
    edt(
        () -> {
          first.pause();
          first.stop();
          return true;
        });
    allowed.release(1);
    awaitState(first, Training.State.STOPPED);
    awaitState(second, Training.State.RUNNING);
    assertThat(told).isEmpty();
    assertThat(finished).isEmpty();
  }

  @Test
  void aWaitingTrainingCanBeTakenOutOfTheQueue() throws Exception {
    Training first = edt(() -> queue.start(request("one")));
    Training second = edt(() -> queue.start(request("two")));
    edt(
        () -> {
          second.stop();
          return true;
        });
    allowed.release(BATCHES);
    awaitState(first, Training.State.DONE);
    TestDesk.await("the queue is empty", () -> !queue.busy());
    assertThat(edt(second::state)).isEqualTo(Training.State.STOPPED);
  }

  @Test
  void aWrongSettingIsToldAndTheNextBegins() throws Exception {
    Training wrong = edt(() -> queue.start(request("unknown")));
    Training right = edt(() -> queue.start(request("one")));
    allowed.release(BATCHES);
    awaitState(right, Training.State.DONE);
    assertThat(edt(wrong::state)).isEqualTo(Training.State.FAILED);
    assertThat(told).singleElement().extracting(Problem::summary).asString().contains("unknown");
  }

  @Test
  void aTrainingInAProcessOfItsOwnIsFollowedAndItsFolderIsKnownWhenItHasEnded() throws Exception {
    Limits limits = new Limits(1L << 30, Duration.ofMinutes(5));
    Training training = edt(() -> queue.startIsolated(request("one"), limits));
    allowed.release(1);
    TestDesk.await("a batch is told", () -> training.course().batches().count() == 1);
    assertThat(edt(training::run)).isEmpty();
    assertThat(edt(training::spec)).isPresent();
    edt(
        () -> {
          training.pause();
          return true;
        });
    assertThat(training.canPause()).isFalse();
    assertThat(edt(training::state)).isEqualTo(Training.State.RUNNING);
    allowed.release(1);
    awaitState(training, Training.State.DONE);
    assertThat(finished).containsExactly(Path.of("runs/one"));
    assertThat(edt(training::run)).contains(Path.of("runs/one"));
  }

  @Test
  void aProcessThatGoesPastALimitIsAFailedTrainingWithItsReason() throws Exception {
    Limits limits = new Limits(Limits.LEAST_BYTES, Duration.ofMinutes(5));
    Training training = edt(() -> queue.startIsolated(request("one"), limits));
    allowed.release(2);
    awaitState(training, Training.State.FAILED);
    assertThat(told).extracting(Problem::summary).containsExactly("The run needed more memory.");
    assertThat(edt(training::run)).isEmpty();
  }

  @Test
  void listenersAreToldOncePerBatchOfEvents() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Training training = edt(() -> queue.start(request("one")));
    edt(() -> training.watch(t -> calls.incrementAndGet()));
    allowed.release(BATCHES);
    awaitState(training, Training.State.DONE);
    // At most one call for each of the bridge's ticks, and one for each change of the state.
    assertThat(calls.get()).isLessThan(BATCHES / 10);
  }
}
