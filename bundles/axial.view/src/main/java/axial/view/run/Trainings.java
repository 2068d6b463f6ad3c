package axial.view.run;

import axial.run.IsolatedRuns.Limits;
import axial.run.RunRequest;
import axial.view.Watched;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The trainings of this window. They wait in a queue; one runs at a time unless the user allows
 * more. Only on the event dispatch thread.
 */
@ProviderType
public interface Trainings {

  /** Puts a training into the queue; a wrong setting is told before anything is computed. */
  Training start(RunRequest request);

  /**
   * Puts a training into the queue that is made in a process of its own, with all extensions of the
   * workspace, those included that are never started in this one.
   *
   * @param limits what that process may use
   */
  Training startIsolated(RunRequest request, Limits limits);

  /** Goes on with a run that was stopped, cut off or has failed. */
  Training resume(Path run);

  /**
   * Makes a finished run again; whether both are equal is said when it is done.
   *
   * @param run folder of the run
   */
  Training repeat(Path run);

  /** All trainings since the window was opened, oldest first, ended ones included. */
  Watched<List<Training>> all();
}
