package axial.run;

import axial.data.HoldOut;
import axial.eval.Evaluation;
import axial.eval.Predictions;
import java.util.List;

/**
 * How the model of a run did on a frozen hold-out.
 *
 * @param holdOut what it was judged on
 * @param predictions for its images
 * @param evaluations what the evaluators of the run said
 * @param uses all uses of the hold-out in the order of time, this one included
 */
public record HoldOutResult(
    HoldOut holdOut,
    Predictions predictions,
    List<Evaluation> evaluations,
    List<HoldOut.Use> uses) {

  /** Copies the lists. */
  public HoldOutResult {
    evaluations = List.copyOf(evaluations);
    uses = List.copyOf(uses);
  }
}
