package axial.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one evaluator said.
 *
 * @param evaluator id of the evaluator
 * @param text for a person, in a fixed-width font; may be empty
 * @param figures named numbers, such as {@code balanced_accuracy}, in the order to be shown
 * @param tables what is better read in rows, such as results by attribute
 * @param curves what is better seen, such as the ROC curve
 * @param notes what the user should know, one sentence each, the most important first
 */
public record Evaluation(
    String evaluator,
    String text,
    Map<String, Double> figures,
    List<EvaluationTable> tables,
    List<Curve> curves,
    List<String> notes) {

  /** One of text and figures only. */
  public Evaluation(String evaluator, String text, Map<String, Double> figures) {
    this(evaluator, text, figures, List.of(), List.of(), List.of());
  }

  /** Copies the collections; files of before there were such have none. */
  public Evaluation {
    tables = List.copyOf(Objects.requireNonNullElse(tables, List.of()));
    curves = List.copyOf(Objects.requireNonNullElse(curves, List.of()));
    notes = List.copyOf(Objects.requireNonNullElse(notes, List.of()));
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** A figure with its bounds, {@code <name>_low} and {@code <name>_high}, where it has them. */
  public Optional<Estimate> estimate(String name) {
    return Optional.ofNullable(figures.get(name))
        .map(
            value ->
                new Estimate(
                    value,
                    figures.getOrDefault(name + "_low", Double.NaN),
                    figures.getOrDefault(name + "_high", Double.NaN)));
  }
}
