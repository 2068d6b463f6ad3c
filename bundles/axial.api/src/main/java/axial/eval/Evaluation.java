package axial.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one evaluator said.
 *
 * @param evaluator id of the evaluator
 * @param text for a person, in a fixed-width font; may be empty
 * @param figures named numbers, such as {@code balanced_accuracy}, in the order to be shown
 */
public record Evaluation(String evaluator, String text, Map<String, Double> figures) {

  /** Copies the figures in their order. */
  public Evaluation {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
