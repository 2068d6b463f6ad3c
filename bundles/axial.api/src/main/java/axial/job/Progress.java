package axial.job;

import java.util.function.BooleanSupplier;

/**
 * How a long job reports, and how it learns that it is no longer wanted, or wanted only so far.
 *
 * <p>Called from the job's own threads, several of them if the job has several; implementations are
 * thread-safe. All but {@link #check()} return at once.
 */
public interface Progress {

  /**
   * Says how far the job is.
   *
   * @param task what is being done, in a few words ("Reading images")
   * @param done how much is done, 0 to {@code total}; 0 when it begins, also when it begins again
   * @param total how much there is, or 0 when that is unknown
   */
  void at(String task, long done, long total);

  /** Whether the user has asked to stop. Returns at once, also while the job is paused. */
  boolean cancelled();

  /**
   * Whether the user wants the job to end now with what it has. A training then drops the epoch
   * that it is in, and the run goes on with its best epoch; a training without a finished epoch
   * finishes its first one. Jobs that cannot end so pass it over.
   */
  default boolean finishNow() {
    return false;
  }

  /**
   * Ends the job if the user has asked to stop; called at each batch and each file.
   *
   * <p>An implementation may block here to pause the job, until it goes on or is cancelled. Jobs
   * call it where nobody else waits for them: a training on its own thread between two batches,
   * never while the engine computes for it. The time spent here counts for no epoch.
   *
   * @throws CancelledException when {@link #cancelled()}
   */
  default void check() {
    checkCancelled();
  }

  /**
   * Ends the job if the user has asked to stop, and never blocks: for places where others would
   * wait for a paused job, such as writers of images to a model.
   *
   * @throws CancelledException when {@link #cancelled()}
   */
  default void checkCancelled() {
    if (cancelled()) {
      throw new CancelledException("The job");
    }
  }

  /** A progress that nobody watches and nobody cancels. */
  static Progress none() {
    return cancelledWhen(() -> false);
  }

  /** A progress that nobody watches, cancelled when {@code cancelled} says so. */
  static Progress cancelledWhen(BooleanSupplier cancelled) {
    return new Progress() {
      @Override
      public void at(String task, long done, long total) {}

      @Override
      public boolean cancelled() {
        return cancelled.getAsBoolean();
      }
    };
  }
}
