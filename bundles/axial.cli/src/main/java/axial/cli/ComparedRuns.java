package axial.cli;

import axial.eval.Comparison;
import axial.run.RunRecord;
import axial.train.Epoch;
import java.util.List;
import java.util.Map;

/**
 * Runs side by side.
 *
 * @param names as they are shown, one for each run
 * @param runs in the order in which they were given
 * @param comparison of their predictions, in the same order
 */
record ComparedRuns(List<String> names, List<RunRecord> runs, Comparison comparison) {

  /** What was asked otherwise, see {@link SpecDifferences}. */
  Map<String, List<String>> settings() {
    return SpecDifferences.of(runs.stream().map(RunRecord::spec).toList());
  }

  /** How long a run was trained, validation included. */
  static double seconds(RunRecord run) {
    return run.epochs().stream().mapToDouble(Epoch::seconds).sum();
  }
}
