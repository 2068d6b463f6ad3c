package axial.workbench.queue;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.Timer;

/**
 * The trainings of the window: one at a time by default, the others wait. What they report reaches
 * the event dispatch thread in batches, as often as {@link Pace} allows.
 */
public final class TrainingQueue {

  private static final int AT_ONCE = 1;
  private static final int FIRST_MILLIS = 66;

  private final Supplier<Runs> runs;
  private final JobRunner jobs;
  private final JobRunner.Troubles troubles;
  private final Consumer<Path> finished;
  private final SharedValue<List<Training>> all = new SharedValue<>(List.of());
  private final List<QueuedTraining> active = new ArrayList<>();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Timer timer = new Timer(FIRST_MILLIS, event -> drain());

  /**
   * An empty queue.
   *
   * @param runs makes runs; throws a {@link ProblemException} while no bundle does
   * @param jobs lists what is under way
   * @param finished is told the folder of a run that has ended well
   */
  public TrainingQueue(
      Supplier<Runs> runs, JobRunner jobs, JobRunner.Troubles troubles, Consumer<Path> finished) {
    this.runs = runs;
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
      public Training resume(Path run) {
        return TrainingQueue.this.resume(run);
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
            request.model(), Optional.of(request), Optional.empty(), Optional.empty()));
  }

  /** Puts a run that was stopped into the queue. */
  public Training resume(Path run) {
    return add(
        new QueuedTraining(
            String.valueOf(run.getFileName()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(run)));
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
      if (active.size() >= AT_ONCE) {
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
      run(training);
      end = () -> done(training);
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

  private void run(QueuedTraining training) {
    Runs service = runs.get();
    if (training.request().isPresent()) {
      RunSpec spec = service.specify(training.request().get());
      service.run(spec, Optional.empty(), training.bridge(), training.gate());
    } else {
      Path folder = training.run().orElseThrow();
      RunRecord former = service.open(folder);
      EventQueue.invokeLater(() -> training.log().remember(former.epochs(), former.bestEpoch()));
      service.resume(folder, training.bridge(), training.gate());
    }
  }

  private void done(QueuedTraining training) {
    training.become(Training.State.DONE);
    training.run().ifPresent(finished);
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
