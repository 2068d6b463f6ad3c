package axial.workbench.explanation;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a job ended, told in every case so that the view can go on.
 *
 * @param value what it found; nothing when it failed or was cancelled
 * @param problem why it failed
 */
record Outcome<T>(Optional<T> value, Optional<Problem> problem) {

  /** Does work; what is thrown for the user becomes part of the outcome. */
  static <T> Outcome<T> of(Supplier<T> work) {
    try {
      return new Outcome<>(Optional.of(work.get()), Optional.empty());
    } catch (CancelledException wanted) {
      return new Outcome<>(Optional.empty(), Optional.empty());
    } catch (ProblemException told) {
      return new Outcome<>(Optional.empty(), Optional.of(told.problem()));
    }
  }
}
