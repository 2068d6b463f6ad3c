package axial.workbench.job;

import axial.job.Progress;
import axial.view.Jobs;

/** A job with its progress; written by the job's threads, read on the event dispatch thread. */
final class OneJob implements Jobs.Job, Progress {

  private final String title;
  private volatile State state = new State("", 0, 0, System.nanoTime());
  private volatile boolean cancelled;
  private volatile boolean ended;

  private record State(String task, long done, long total, long began) {}

  OneJob(String title) {
    this.title = title;
  }

  @Override
  public synchronized void at(String task, long done, long total) {
    boolean fresh = done == 0 || !task.equals(state.task());
    state = new State(task, done, total, fresh ? System.nanoTime() : state.began());
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String task() {
    return state.task();
  }

  @Override
  public double share() {
    State now = state;
    return now.total() <= 0 ? -1 : Math.min(1, (double) now.done() / now.total());
  }

  @Override
  public double secondsLeft() {
    State now = state;
    if (now.total() <= 0 || now.done() <= 0) {
      return -1;
    }
    double seconds = (System.nanoTime() - now.began()) / 1e9;
    return seconds / now.done() * Math.max(0, now.total() - now.done());
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public boolean ended() {
    return ended;
  }

  void end() {
    ended = true;
  }
}
