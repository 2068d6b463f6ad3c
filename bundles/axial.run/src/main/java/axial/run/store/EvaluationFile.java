package axial.run.store;

import axial.eval.Evaluation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code evaluation.json}: the confusion matrix and what each evaluator said.
 *
 * @param predictedBy how many images each engine predicted; older files do not say
 */
record EvaluationFile(
    int[][] confusion, @Nullable Map<String, Long> predictedBy, List<Evaluation> evaluations) {}
