package axial.workbench.evaluation;

import axial.data.Split;
import axial.eval.Predictions;
import axial.run.RunRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a threshold can be tried on: each class of each part against the rest.
 *
 * @param parts classes that can be told apart, the positive one first
 * @param decided the threshold at which the run decides for the positive class, in [0, 1]; nothing
 *     for more than two classes
 * @param frozen whether it was chosen on the validation part for a wanted recall
 */
record Thresholds(
    Map<Split.Part, List<OneAgainstRest>> parts, Optional<Double> decided, boolean frozen) {

  static Optional<Thresholds> of(RunRecord run) {
    Map<Split.Part, List<OneAgainstRest>> parts = new EnumMap<>(Split.Part.class);
    run.validation().ifPresent(p -> put(parts, Split.Part.VALIDATION, p));
    run.predictions().ifPresent(p -> put(parts, Split.Part.TEST, p));
    Optional<Double> decided =
        run.predictions().filter(p -> p.labels().count() == 2).map(Predictions::threshold);
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Thresholds(parts, decided, run.threshold().isPresent()));
  }

  private static void put(
      Map<Split.Part, List<OneAgainstRest>> parts, Split.Part part, Predictions predictions) {
    int positive = predictions.labels().positive();
    List<OneAgainstRest> classes = new ArrayList<>();
    OneAgainstRest.of(predictions, positive).ifPresent(classes::add);
    if (predictions.labels().count() > 2) {
      for (int label = 0; label < predictions.labels().count(); label++) {
        if (label != positive) {
          OneAgainstRest.of(predictions, label).ifPresent(classes::add);
        }
      }
    }
    if (!classes.isEmpty()) {
      parts.put(part, List.copyOf(classes));
    }
  }
}
