package axial.workbench.queue;

import axial.job.Progress;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a user wants of a training: that it holds, that it ends early, that it stops. The training
 * asks on its own threads; while it is to hold, the question whether it was cancelled waits.
 */
final class Gate implements Progress {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile boolean paused;
  private volatile boolean finish;
  private volatile boolean cancelled;
  private volatile Step step = new Step("", 0, 0);

  /** How far the training's present task is. */
  record Step(String task, long done, long total) {}

  @Override
  public void at(String task, long done, long total) {
    step = new Step(task, done, total);
  }

  Step step() {
    return step;
  }

  @Override
  public boolean cancelled() {
    if (paused && !cancelled && !finish) {
      hold();
    }
    return cancelled;
  }

  private void hold() {
    lock.lock();
    try {
      while (paused && !cancelled && !finish) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether the training should end now and be evaluated with its best epoch. */
  @Override
  public boolean finishNow() {
    return finish;
  }

  void pause(boolean hold) {
    change(() -> paused = hold);
  }

  void finish() {
    change(() -> finish = true);
  }

  void cancel() {
    change(() -> cancelled = true);
  }

  private void change(Runnable act) {
    lock.lock();
    try {
      act.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
