package axial.dedup.index;

import axial.job.CancelledException;
import axial.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Threads that share the pieces of one job; closed when the job ends. */
public final class Workers implements AutoCloseable {

  private final ExecutorService threads;

  /** That many threads. */
  public Workers(int count) {
    threads = Executors.newFixedThreadPool(count);
  }

  /**
   * Does the pieces 0 to {@code count - 1}, in any order, and returns when all are done; when one
   * fails, those not begun are dropped and its exception is thrown.
   *
   * @throws CancelledException when cancelled
   */
  public void each(int count, IntConsumer piece, Progress progress) {
    List<Future<?>> pending = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int index = i;
      pending.add(
          threads.submit(
              () -> {
                progress.check();
                piece.accept(index);
              }));
    }
    try {
      for (Future<?> one : pending) {
        one.get();
      }
    } catch (InterruptedException interrupted) {
      pending.forEach(one -> one.cancel(false));
      Thread.currentThread().interrupt();
      throw new CancelledException("The job");
    } catch (ExecutionException failed) {
      pending.forEach(one -> one.cancel(false));
      if (failed.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw new IllegalStateException("A part of the job failed.", failed.getCause());
    }
  }

  /** Waits for the pieces that are being done. */
  @Override
  public void close() {
    threads.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
