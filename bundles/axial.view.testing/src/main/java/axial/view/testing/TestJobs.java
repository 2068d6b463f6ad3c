package axial.view.testing;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.view.Jobs;
import axial.view.Watched;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Jobs on threads of their own; {@link #idle} says when none is left. */
final class TestJobs implements Jobs {

  private final Shared<List<Job>> running = new Shared<>(List.of());
  private final AtomicInteger open = new AtomicInteger();
  private final Consumer<Problem> problems;

  TestJobs(Consumer<Problem> problems) {
    this.problems = problems;
  }

  @Override
  public <T> Job start(String title, Work<T> work, Consumer<? super T> done) {
    OneJob job = new OneJob(title);
    open.incrementAndGet();
    Thread thread =
        new Thread(
            () -> {
              Runnable after = () -> {};
              try {
                T outcome = work.run(job);
                after = () -> done.accept(outcome);
              } catch (CancelledException wanted) {
                after = () -> {};
              } catch (ProblemException told) {
                after = () -> problems.accept(told.problem());
              } catch (Exception broken) {
                Problem problem = new Problem(Problem.Kind.INTERNAL, "A job failed: " + broken, "");
                after = () -> problems.accept(problem);
              }
              Runnable last = after;
              EventQueue.invokeLater(
                  () -> {
                    job.ended.set(true);
                    try {
                      last.run();
                    } finally {
                      open.decrementAndGet();
                    }
                  });
            },
            "test-job");
    thread.setDaemon(true);
    thread.start();
    return job;
  }

  @Override
  public Watched<List<Job>> running() {
    return running;
  }

  boolean idle() {
    return open.get() == 0;
  }

  private static final class OneJob implements Job, Progress {
    private final String title;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile String task = "";
    private volatile double share = -1;

    OneJob(String title) {
      this.title = title;
    }

    @Override
    public void at(String name, long done, long total) {
      task = name;
      share = total == 0 ? -1 : (double) done / total;
    }

    @Override
    public boolean cancelled() {
      return cancelled.get();
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public String task() {
      return task;
    }

    @Override
    public double share() {
      return share;
    }

    @Override
    public double secondsLeft() {
      return -1;
    }

    @Override
    public void cancel() {
      cancelled.set(true);
    }

    @Override
    public boolean ended() {
      return ended.get();
    }
  }
}
