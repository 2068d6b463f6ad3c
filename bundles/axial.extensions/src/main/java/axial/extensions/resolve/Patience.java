package axial.extensions.resolve;

import axial.job.Progress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends work that takes too long, or that the user has cancelled, from a thread of its own. */
final class Patience implements AutoCloseable {

  private static final long LOOK_EVERY_MILLIS = 100;

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean ended;

  Patience(Duration longest, Progress progress, Runnable end) {
    long deadline = System.nanoTime() + longest.toNanos();
    if (longest.isZero() || progress.cancelled()) {
      ended = true;
      end.run();
      return;
    }
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!done.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                  if (progress.cancelled() || System.nanoTime() - deadline > 0) {
                    ended = true;
                    end.run();
                    return;
                  }
                }
              } catch (InterruptedException unwanted) {
                Thread.currentThread().interrupt();
              }
            },
            "axial-patience");
    thread.setDaemon(true);
    thread.start();
  }

  boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    done.countDown();
  }
}
