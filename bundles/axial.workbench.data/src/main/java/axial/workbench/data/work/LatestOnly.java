package axial.workbench.data.work;

import java.awt.EventQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Short work on a background thread of which only the latest matters: outcomes of former work are
 * dropped. The thread ends by itself after a while without work. Used on the event dispatch thread.
 */
public final class LatestOnly implements AutoCloseable {

  private static final int IDLE_SECONDS = 5;

  private final AtomicLong latest = new AtomicLong();
  private final ExecutorService thread;

  /** One whose thread has a name. */
  public LatestOnly(String name) {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
    one.allowCoreThreadTimeOut(true);
    thread = one;
  }

  /** Work that may ask whether it is no longer wanted. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T run(BooleanSupplier stale) throws Exception;
  }

  /**
   * Does work in place of all former work.
   *
   * @param done takes the outcome on the event dispatch thread, unless newer work was given
   * @param failed takes what it threw, likewise
   */
  public <T> void submit(Work<T> work, Consumer<? super T> done, Consumer<Exception> failed) {
    long mine = latest.incrementAndGet();
    BooleanSupplier stale = () -> latest.get() != mine;
    thread.execute(
        () -> {
          if (stale.getAsBoolean()) {
            return;
          }
          Runnable after = attempt(() -> work.run(stale), done, failed);
          EventQueue.invokeLater(
              () -> {
                if (!stale.getAsBoolean()) {
                  after.run();
                }
              });
        });
  }

  private static <T> Runnable attempt(
      Callable<T> work, Consumer<? super T> done, Consumer<Exception> failed) {
    try {
      T outcome = work.call();
      return () -> done.accept(outcome);
    } catch (Exception thrown) {
      return () -> failed.accept(thrown);
    }
  }

  /** Drops what is under way. */
  public void drop() {
    latest.incrementAndGet();
  }

  @Override
  public void close() {
    drop();
    thread.shutdownNow();
  }
}
