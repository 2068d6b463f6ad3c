package axial.workbench.job;

import axial.extension.Leases;
import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.view.Jobs;
import axial.workbench.share.Scope;
import axial.workbench.share.SharedValue;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs jobs on threads of a low priority and lists those that are under way. */
public final class JobRunner {

  private final SharedValue<List<Jobs.Job>> running = new SharedValue<>(List.of());
  private final ExecutorService threads;

  /**
   * Starts the threads: one that were started while a view's code is on the stack would remember
   * that view's class loader as long as it lives.
   */
  private final ThreadPoolExecutor starter =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), JobRunner::starting);

  private final Troubles troubles;
  private final Supplier<Optional<Leases>> leases;

  /** Where a job's failure goes. */
  public interface Troubles {
    /** Tells the user, on the event dispatch thread; the cause is for the details. */
    void tell(Problem problem, @Nullable Throwable cause);
  }

  /** A runner without jobs, whose jobs are of bundles that stay. */
  public JobRunner(Troubles troubles) {
    this(troubles, Optional::empty);
  }

  /**
   * A runner without jobs.
   *
   * @param leases by which the bundle of a job is held until the job has ended, where there are any
   */
  public JobRunner(Troubles troubles, Supplier<Optional<Leases>> leases) {
    this.troubles = troubles;
    this.leases = leases;
    starter.prestartAllCoreThreads();
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "axial-job-" + number.incrementAndGet());
              thread.setDaemon(true);
              thread.setPriority(Thread.MIN_PRIORITY);
              return thread;
            });
  }

  /** The jobs under way, oldest first. */
  public SharedValue<List<Jobs.Job>> running() {
    return running;
  }

  /** Jobs as one part sees them: what comes of them is dropped when the part is closed. */
  public Jobs within(Scope scope) {
    return new Jobs() {
      @Override
      public <T> Job start(String title, Work<T> work, Consumer<? super T> done) {
        return JobRunner.this.start(title, work, done, scope);
      }

      @Override
      public axial.view.Watched<List<Job>> running() {
        return running.within(scope);
      }
    };
  }

  private <T> Jobs.Job start(
      String title, Jobs.Work<T> work, Consumer<? super T> done, Scope scope) {
    OneJob job = new OneJob(title);
    began(job);
    Optional<Leases.Lease> lease = leases.get().map(l -> l.hold(title, List.of(work, done)));
    Runnable whole =
        () -> {
          Runnable after = outcome(job, work, done, scope);
          EventQueue.invokeLater(
              () -> {
                job.end();
                ended(job);
                try {
                  after.run();
                } finally {
                  lease.ifPresent(Leases.Lease::close);
                }
              });
        };
    starter.execute(() -> threads.execute(whole));
    return job;
  }

  private <T> Runnable outcome(
      OneJob job, Jobs.Work<T> work, Consumer<? super T> done, Scope scope) {
    try {
      T outcome = work.run(job);
      return () -> {
        if (!scope.closed()) {
          done.accept(outcome);
        }
      };
    } catch (CancelledException wanted) {
      return () -> {};
    } catch (ProblemException told) {
      return () -> troubles.tell(told.problem(), told);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return () -> {};
    } catch (Exception | LinkageError | StackOverflowError | AssertionError broken) {
      return () -> troubles.tell(Unexpected.problem(job.title(), broken), broken);
    } catch (OutOfMemoryError full) {
      return () -> troubles.tell(Unexpected.memory(job.title()), full);
    }
  }

  /** Lists a job that others run. */
  public void began(Jobs.Job job) {
    List<Jobs.Job> more = new ArrayList<>(running.get());
    more.add(job);
    running.set(List.copyOf(more));
  }

  /** Lists it no more. */
  public void ended(Jobs.Job job) {
    List<Jobs.Job> fewer = new ArrayList<>(running.get());
    fewer.remove(job);
    running.set(List.copyOf(fewer));
  }

  private static Thread starting(Runnable work) {
    Thread thread = new Thread(work, "axial-job-starter");
    thread.setDaemon(true);
    return thread;
  }

  /** Asks all jobs to stop and takes no more. */
  public void close() {
    running.get().forEach(Jobs.Job::cancel);
    starter.shutdown();
    threads.shutdown();
  }
}
