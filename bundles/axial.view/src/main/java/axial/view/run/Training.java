package axial.view.run;

import axial.job.Problem;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.view.Subscription;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One training. Its state changes on the event dispatch thread only, at most 15 times a second, and
 * then {@link #watch listeners} are told once.
 */
@ProviderType
public interface Training {

  /** How it stands. */
  enum State {
    /** Waits for another to end. */
    QUEUED,
    /** Works. */
    RUNNING,
    /** Holds until the user goes on. */
    PAUSED,
    /** Is about to stop, at the next batch. */
    STOPPING,
    /** Ended well. */
    DONE,
    /** Stopped by the user; can be resumed. */
    STOPPED,
    /** Failed; {@link #problem()} says why. */
    FAILED
  }

  /** A name for a person: the model, and what distinguishes it. */
  String title();

  /** How it stands. */
  State state();

  /** What was asked for; empty for a resumed run. */
  Optional<RunRequest> request();

  /** What it is made by; empty until it has begun. */
  Optional<RunSpec> spec();

  /** Its folder; empty until it has begun, or has ended where it has a process of its own. */
  Optional<Path> run();

  /** What it has reported so far. */
  Course course();

  /** Why it failed. */
  Optional<Problem> problem();

  /** Whether it can be held; one in a process of its own cannot. */
  default boolean canPause() {
    return true;
  }

  /** Holds it after the current batch; has no effect when it {@link #canPause cannot} be held. */
  void pause();

  /** Goes on after a pause. */
  void resume();

  /** Ends the training now and goes on to the evaluation with the best epoch. */
  void finishNow();

  /** Stops it after the current batch; it can be resumed later. */
  void stop();

  /**
   * Calls a listener after each change, until the returned subscription is cancelled. A part
   * cancels its own when it is closed.
   */
  Subscription watch(Consumer<? super Training> listener);
}
