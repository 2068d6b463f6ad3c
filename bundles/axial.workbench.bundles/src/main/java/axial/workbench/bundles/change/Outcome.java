package axial.workbench.bundles.change;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How work of a job ended: with a value, with a problem, or with neither when it was cancelled. So
 * whoever began it always hears of its end.
 *
 * @param value what it led to
 * @param problem why it did not
 */
public record Outcome<T>(Optional<T> value, Optional<Problem> problem) {

  /** Does work; whatever it throws becomes a problem. */
  public static <T> Outcome<T> of(Supplier<T> work) {
    try {
      return new Outcome<>(Optional.of(work.get()), Optional.empty());
    } catch (CancelledException cancelled) {
      return new Outcome<>(Optional.empty(), Optional.empty());
    } catch (ProblemException told) {
      return new Outcome<>(Optional.empty(), Optional.of(told.problem()));
    } catch (RuntimeException | LinkageError broken) {
      System.getLogger(Outcome.class.getName())
          .log(System.Logger.Level.ERROR, "A change of the extensions failed.", broken);
      String why = String.valueOf(broken.getMessage()).lines().findFirst().orElse("no reason");
      return new Outcome<>(
          Optional.empty(),
          Optional.of(
              new Problem(
                  Problem.Kind.INTERNAL,
                  "The change failed: " + why + ".",
                  "Look at the list to see what there is, and try again.")));
    }
  }
}
