package axial.eval;

import axial.data.Labels;
import axial.train.Decision;
import java.util.Comparator;
import java.util.List;

/**
 * The predictions for the samples of one part, in the order of the part.
 *
 * @param labels the classes
 * @param list at least one prediction
 * @param threshold above which the probability of the positive one of two classes decides for it,
 *     in [0, 1]; chosen before the part was looked at
 */
public record Predictions(Labels labels, List<Prediction> list, double threshold) {

  /** Predictions that are decided at a probability of 0.5. */
  public Predictions(Labels labels, List<Prediction> list) {
    this(labels, list, 0.5);
  }

  /** Copies the list and checks that each row has a probability a class. */
  public Predictions {
    list = List.copyOf(list);
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("A threshold must be in [0, 1]; it was " + threshold);
    }
    if (list.isEmpty()) {
      throw new IllegalArgumentException("There are no predictions to evaluate.");
    }
    for (Prediction p : list) {
      if (p.probabilities().length != labels.count() || p.truth() >= labels.count()) {
        throw new IllegalArgumentException(
            "The prediction for %s does not fit %d classes.".formatted(p.source(), labels.count()));
      }
    }
  }

  /** The same predictions, decided at another threshold. */
  public Predictions at(double other) {
    return new Predictions(labels, list, other);
  }

  /** The class that a prediction stands for, see {@link Decision}. */
  public int decided(Prediction prediction) {
    return Decision.of(prediction.probabilities(), labels, threshold);
  }

  /** Truth in rows, prediction in columns. */
  public ConfusionMatrix confusion() {
    int[][] counts = new int[labels.count()][labels.count()];
    list.forEach(p -> counts[p.truth()][decided(p)]++);
    return new ConfusionMatrix(labels, counts);
  }

  /** The wrong ones, those first in which the model was most sure. */
  public List<Prediction> errors() {
    return list.stream()
        .filter(p -> decided(p) != p.truth())
        .sorted(Comparator.comparingDouble((Prediction p) -> p.probabilities()[p.truth()]))
        .toList();
  }

  /**
   * False negatives are positive samples that the model called something else; false positives are
   * other samples that it called positive.
   */
  public List<Prediction> falseNegatives() {
    return errors().stream().filter(p -> p.truth() == labels.positive()).toList();
  }

  /** See {@link #falseNegatives()}. */
  public List<Prediction> falsePositives() {
    return errors().stream().filter(p -> decided(p) == labels.positive()).toList();
  }
}
