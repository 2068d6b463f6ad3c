package axial.workbench.bundles;

import axial.job.Problem;
import axial.job.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a change of the installation ended.
 *
 * @param note what happened, one sentence
 * @param problem why it did not
 */
record Change(Optional<String> note, Optional<Problem> problem) {

  /** Makes a change; whatever the framework throws becomes a problem, so that the list goes on. */
  static Change of(Supplier<String> act) {
    try {
      return new Change(Optional.of(act.get()), Optional.empty());
    } catch (ProblemException told) {
      return new Change(Optional.empty(), Optional.of(told.problem()));
    } catch (IllegalStateException | SecurityException refused) {
      return new Change(
          Optional.empty(),
          Optional.of(
              new Problem(
                  Problem.Kind.EXTENSION,
                  "The framework refused: " + BundleReader.firstLine(refused),
                  "Look at the list, and try again.")));
    }
  }
}
