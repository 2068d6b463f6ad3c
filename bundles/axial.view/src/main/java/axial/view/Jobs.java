package axial.view;

import axial.job.Progress;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Long work off the event dispatch thread, shown in the status bar with progress and cancel. */
@ProviderType
public interface Jobs {

  /**
   * Starts work on a background thread.
   *
   * @param title what is done, such as "Open scans"
   * @param work does it and returns its outcome; a {@link axial.job.ProblemException} is told to
   *     the user, a {@link axial.job.CancelledException} ends the job silently
   * @param done takes the outcome, on the event dispatch thread; not called when the work failed,
   *     was cancelled, or the part that started it was closed meanwhile
   */
  <T> Job start(String title, Work<T> work, Consumer<? super T> done);

  /** The jobs that wait or work, oldest first. */
  Watched<List<Job>> running();

  /** Work with an outcome. */
  interface Work<T> {
    /** Does it, asking the progress often whether it is cancelled. */
    T run(Progress progress) throws Exception;
  }

  /** A job. */
  interface Job {
    /** What is done. */
    String title();

    /** The task within it, in a few words; empty before it says. */
    String task();

    /** How much is done, in [0, 1]; below 0 while that is unknown. */
    double share();

    /** Seconds that it will still take; below 0 while that is unknown. */
    double secondsLeft();

    /** Asks it to stop. */
    void cancel();

    /** Whether it has ended, in whatever way. */
    boolean ended();
  }
}
