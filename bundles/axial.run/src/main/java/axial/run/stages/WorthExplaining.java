package axial.run.stages;

import axial.data.Labels;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses test images whose explanations are worth a look. */
public final class WorthExplaining {

  private WorthExplaining() {}

  /**
   * Half of the images are the surest errors, the others the surest finds of the positive class.
   */
  public static List<Sample> of(Predictions predictions, Split split, int count) {
    Labels labels = predictions.labels();
    List<Prediction> errors = predictions.errors();
    List<Prediction> finds =
        predictions.list().stream()
            .filter(p -> p.truth() == labels.positive())
            .filter(p -> predictions.decided(p) == p.truth())
            .sorted(Comparator.comparingDouble((Prediction p) -> -p.probabilities()[p.truth()]))
            .toList();
    Set<Prediction> chosen = new LinkedHashSet<>();
    chosen.addAll(errors.subList(0, Math.min(errors.size(), count / 2)));
    chosen.addAll(finds.subList(0, Math.min(finds.size(), count - chosen.size())));
    for (Prediction p : errors) {
      if (chosen.size() < count) {
        chosen.add(p);
      }
    }
    for (Prediction p : predictions.list()) {
      if (chosen.size() < count) {
        chosen.add(p);
      }
    }
    return chosen.stream()
        .map(p -> split.test().stream().filter(s -> s.source().equals(p.source())).findFirst())
        .flatMap(Optional::stream)
        .toList();
  }
}
