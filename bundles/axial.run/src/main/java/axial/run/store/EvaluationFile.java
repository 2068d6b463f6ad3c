package axial.run.store;

import axial.eval.Evaluation;
import java.util.List;

/** {@code evaluation.json}: the confusion matrix and what each evaluator said. */
record EvaluationFile(int[][] confusion, List<Evaluation> evaluations) {}
