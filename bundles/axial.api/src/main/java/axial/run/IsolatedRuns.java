package axial.run;

import axial.eval.Predictions;
import axial.job.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes, evaluates and explains runs in processes of their own, each with its own heap, work folder
 * and time limit, so that an extension that is not trusted trains and predicts there and never in
 * this process. Whatever happens to such a process, this one goes on.
 *
 * <p>Methods work on the calling thread, report to the listener on it, and to all {@link
 * RunListener} services.
 */
@ProviderType
public interface IsolatedRuns {

  /**
   * What a process may use.
   *
   * @param memoryBytes its Java heap, 256 MiB or more; native memory of an engine comes on top
   * @param time how long it may take from its start to its end, positive
   */
  record Limits(long memoryBytes, Duration time) {

    /** The smallest heap in which a framework comes up and trains. */
    public static final long LEAST_BYTES = 256L << 20;

    /** Checks the values. */
    public Limits {
      if (memoryBytes < LEAST_BYTES) {
        throw new IllegalArgumentException(
            "The memory must be 256 MiB or more; it was " + memoryBytes + " bytes.");
      }
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("The time must be positive; it was " + time + ".");
      }
    }
  }

  /**
   * Makes a run in a process of its own; the request is made complete there, with all extensions of
   * the workspace, those included that run in a process of their own only. The files of the run are
   * made in the work folder of the process and come to their place when it has ended: the whole
   * run, or what there is of it with the reason why it failed or that it was stopped.
   *
   * @param folder where to keep it: missing or empty; or nothing for a new folder of the workspace
   * @throws axial.job.CancelledException when cancelled; the process has ended then
   * @throws axial.job.ProblemException as {@link Runs#specify} and {@link Runs#run} throw it; of
   *     kind MACHINE when the process was killed or went past a limit, of kind EXTENSION when it
   *     wrote what is no event or left a run that is not whole
   */
  RunRecord run(
      RunRequest request,
      Optional<Path> folder,
      Limits limits,
      RunListener listener,
      Progress progress);

  /**
   * Predicts the test part of a run in a process of its own and evaluates it anew. The process
   * works on a copy of the run; only what an evaluation writes is taken over, and only when it is
   * of that run. When anything fails the run is as it was.
   *
   * @throws axial.job.CancelledException when cancelled; the process has ended then
   * @throws axial.job.ProblemException as {@link Runs#evaluate} throws it, and as {@link #run} does
   *     of a process
   */
  RunRecord evaluate(Path folder, Limits limits, RunListener listener, Progress progress);

  /**
   * Predicts images of a run in a process of its own. Nothing but the probabilities is taken from
   * it: which images they are of, and what they decide, is known here.
   *
   * @param epoch as in {@link Runs#predict}
   * @param images as in {@link Runs#predict}
   * @throws axial.job.CancelledException when cancelled; the process has ended then
   * @throws axial.job.ProblemException as {@link Runs#predict} throws it, and as {@link #run} does
   *     of a process
   */
  Predictions predict(
      Path folder, OptionalInt epoch, List<String> images, Limits limits, Progress progress);

  /**
   * Explains images of a run in a process of its own, which works on a copy of the run. The
   * explanations are taken over when all are there.
   *
   * @return the explanations, as they were kept
   * @throws axial.job.CancelledException when cancelled; the process has ended then
   * @throws axial.job.ProblemException as {@link Runs#explain} throws it, and as {@link #run} does
   *     of a process
   */
  List<ExplainedSample> explain(
      Path folder, ExplainRequest request, Limits limits, RunListener listener, Progress progress);
}
