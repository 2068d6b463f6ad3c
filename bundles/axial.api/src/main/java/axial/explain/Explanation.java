package axial.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which regions of an image spoke for or against a class.
 *
 * @param explainer id of the explainer
 * @param label the class that is explained
 * @param probability that the model gave to that class, in [0, 1]
 * @param regions the superpixels
 * @param weights of regions, the largest in size first; above 0 speaks for the class
 * @param figures named numbers about the explanation, such as {@code r2} or {@code intercept}
 * @param notes what a user should know of it, one sentence each
 */
public record Explanation(
    String explainer,
    int label,
    double probability,
    Regions regions,
    List<Weight> weights,
    Map<String, Double> figures,
    List<String> notes) {

  /** One without notes. */
  public Explanation(
      String explainer,
      int label,
      double probability,
      Regions regions,
      List<Weight> weights,
      Map<String, Double> figures) {
    this(explainer, label, probability, regions, weights, figures, List.of());
  }

  /** How much a region spoke for the class. */
  public record Weight(int region, double value) {}

  /** Copies the collections. */
  public Explanation {
    weights = List.copyOf(weights);
    notes = List.copyOf(notes);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** The {@code count} regions that speak most for the class; fewer when fewer do. */
  public List<Weight> topFor(int count) {
    return weights.stream().filter(w -> w.value() > 0).limit(count).toList();
  }

  /** The {@code count} regions of the largest weight in size, for or against. */
  public List<Weight> top(int count) {
    return weights.stream().limit(count).toList();
  }
}
