package axial.workbench.queue;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.IsolatedRuns;
import axial.run.IsolatedRuns.Limits;
import axial.run.RepeatRequest;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.Runs;
import axial.view.Watched;
import axial.view.run.Training;
import axial.view.run.Trainings;
import axial.workbench.job.JobRunner;
import axial.workbench.job.Unexpected;
import axial.workbench.share.Scope;
import axial.workbench.share.SharedValue;
import java.awt.EventQueue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.swing.Timer;

/**
 * The trainings of the window: one at a time by default, the others wait. What they report reaches
 * the event dispatch thread in batches, as often as {@link Pace} allows.
 */
public final class TrainingQueue {

  /** The most trainings that may run at once. */
  public static final int MOST_AT_ONCE = 4;

  private static final int FIRST_MILLIS = 66;

  private final Supplier<Runs> runs;
  private final Supplier<IsolatedRuns> isolated;
  private final JobRunner jobs;
  private final JobRunner.Troubles troubles;
  private final BiConsumer<Path, String> finished;
  private final SharedValue<List<Training>> all = new SharedValue<>(List.of());
  private final List<QueuedTraining> active = new ArrayList<>();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Timer timer = new Timer(FIRST_MILLIS, event -> drain());
  private int atOnce = 1;

  /**
   * An empty queue.
   *
   * @param runs makes runs; throws a {@link ProblemException} while no bundle does
   * @param isolated makes runs in processes of their own; throws likewise
   * @param jobs lists what is under way
   * @param finished is told the folder of a run that has ended well, and its outcome in words
   */
  public TrainingQueue(
      Supplier<Runs> runs,
      Supplier<IsolatedRuns> isolated,
      JobRunner jobs,
      JobRunner.Troubles troubles,
      BiConsumer<Path, String> finished) {
    this.runs = runs;
    this.isolated = isolated;
    this.jobs = jobs;
    this.troubles = troubles;
    this.finished = finished;
    timer.setCoalesce(true);
    timer.setRepeats(false);
  }

  /** All trainings since the window was opened. */
  public SharedValue<List<Training>> all() {
    return all;
  }

  /** The trainings as one part sees them. */
  public Trainings within(Scope scope) {
    return new Trainings() {
      @Override
      public Training start(RunRequest request) {
        return TrainingQueue.this.start(request);
      }

      @Override
      public Training startIsolated(RunRequest request, Limits limits) {
        return TrainingQueue.this.startIsolated(request, limits);
      }

      @Override
      public Training resume(Path run) {
        return TrainingQueue.this.resume(run);
      }

      @Override
      public Training repeat(Path run) {
        return TrainingQueue.this.repeat(run);
      }

      @Override
      public Watched<List<Training>> all() {
        return all.within(scope);
      }
    };
  }

  /** Puts a training into the queue. */
  public Training start(RunRequest request) {
    return add(
        new QueuedTraining(
            request.model(),
            Optional.of(request),
            Optional.empty(),
            (service, training) -> {
              service.run(
                  service.specify(request), Optional.empty(), training.bridge(), training.gate());
              return Optional.empty();
            }));
  }

  /** Puts a training into the queue that is made in a process of its own. */
  public Training startIsolated(RunRequest request, Limits limits) {
    return add(
        QueuedTraining.isolated(
            request,
            (service, training) -> {
              isolated
                  .get()
                  .run(request, Optional.empty(), limits, training.bridge(), training.gate());
              return Optional.empty();
            }));
  }

  /** Puts a run that was stopped into the queue. */
  public Training resume(Path run) {
    return add(
        new QueuedTraining(
            String.valueOf(run.getFileName()),
            Optional.empty(),
            Optional.of(run),
            (service, training) -> {
              RunRecord former = service.open(run);
              EventQueue.invokeLater(
                  () -> training.log().remember(former.epochs(), former.bestEpoch()));
              service.resume(run, training.bridge(), training.gate());
              return Optional.empty();
            }));
  }

  /** Puts a finished run that is to be made again into the queue. */
  public Training repeat(Path run) {
    return add(
        new QueuedTraining(
            run.getFileName() + " again",
            Optional.empty(),
            Optional.empty(),
            (service, training) ->
                Optional.of(
                    service
                        .repeat(RepeatRequest.of(run), training.bridge(), training.gate())
                        .text())));
  }

  /** How many may run at once, 1 at first. */
  public int atOnce() {
    return atOnce;
  }

  /**
   * Lets so many run at once; those that run already go on.
   *
   * @param count from 1 to {@link #MOST_AT_ONCE}
   */
  public void atOnce(int count) {
    atOnce = Math.max(1, Math.min(MOST_AT_ONCE, count));
    next();
  }

  private Training add(QueuedTraining training) {
    List<Training> more = new ArrayList<>(all.get());
    more.add(training);
    all.set(List.copyOf(more));
    next();
    return training;
  }

  /** Whether any training works or waits. */
  public boolean busy() {
    return !active.isEmpty()
        || all.get().stream().anyMatch(t -> t.state() == Training.State.QUEUED);
  }

  private void next() {
    for (Training waiting : all.get()) {
      if (active.size() >= atOnce) {
        return;
      }
      if (waiting.state() == Training.State.QUEUED && waiting instanceof QueuedTraining training) {
        begin(training);
      }
    }
  }

  private void begin(QueuedTraining training) {
    active.add(training);
    training.become(Training.State.RUNNING);
    TrainingJob job = new TrainingJob(training);
    jobs.began(job);
    timer.start();
    Thread thread = new Thread(() -> work(training, job), "axial-training");
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /** On the training's thread. */
  private void work(QueuedTraining training, TrainingJob job) {
    Runnable end;
    try {
      Optional<String> outcome = training.work().run(runs.get(), training);
      end = () -> done(training, outcome);
    } catch (CancelledException stopped) {
      end = () -> training.become(Training.State.STOPPED);
    } catch (ProblemException told) {
      end = () -> failed(training, told.problem(), told);
    } catch (OutOfMemoryError full) {
      end = () -> failed(training, Unexpected.memory(training.title()), full);
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError broken) {
      end = () -> failed(training, Unexpected.problem(training.title(), broken), broken);
    }
    Runnable last = end;
    EventQueue.invokeLater(
        () -> {
          training.drain();
          active.remove(training);
          jobs.ended(job);
          last.run();
          next();
          if (active.isEmpty()) {
            timer.stop();
          }
        });
  }

  private void done(QueuedTraining training, Optional<String> outcome) {
    training.become(Training.State.DONE);
    training
        .run()
        .ifPresent(
            run ->
                finished.accept(
                    run,
                    outcome.orElseGet(
                        () ->
                            "Run "
                                + run.getFileName()
                                + " is done. Its results are in Evaluate.")));
  }

  private void failed(QueuedTraining training, Problem problem, Throwable cause) {
    training.fail(problem);
    troubles.tell(problem, cause);
  }

  private void drain() {
    long began = threads.getCurrentThreadCpuTime();
    List.copyOf(active).forEach(QueuedTraining::drain);
    // What was to be painted is painted before this comes.
    EventQueue.invokeLater(
        () -> {
          if (!active.isEmpty()) {
            timer.setInitialDelay(Pace.after(threads.getCurrentThreadCpuTime() - began));
            timer.restart();
          }
        });
  }

  /** Asks all trainings to stop, and starts none any more. */
  public void close() {
    all.get().forEach(Training::stop);
  }
}
