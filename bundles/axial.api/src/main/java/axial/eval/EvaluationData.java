package axial.eval;

import axial.data.Sample;
import java.util.Map;
import java.util.Optional;

/**
 * What an evaluator judges.
 *
 * @param test predictions for the test part, decided at a threshold that was frozen before
 * @param validation predictions for the validation part; thresholds and temperatures may be fitted
 *     on it. Nothing for old runs, which did not keep it
 * @param memoriser what a nearest neighbour that learned nothing says of the test part, see {@link
 *     axial.data.Memoriser}; probabilities are 0 and 1
 * @param samples the samples of both parts by their sources, with their groups and attributes;
 *     empty when they are not known
 */
public record EvaluationData(
    Predictions test,
    Optional<Predictions> validation,
    Optional<Predictions> memoriser,
    Map<String, Sample> samples) {

  /** Copies the map. */
  public EvaluationData {
    samples = Map.copyOf(samples);
  }

  /** Predictions of which nothing else is known. */
  public static EvaluationData of(Predictions test) {
    return new EvaluationData(test, Optional.empty(), Optional.empty(), Map.of());
  }
}
