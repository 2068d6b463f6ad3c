package axial.workbench.evaluation;

import axial.data.Labels;
import axial.eval.Estimate;
import axial.eval.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One class against all others, by the probability of that class. Immutable; made on any thread.
 */
final class OneAgainstRest {

  private static final int MOST_POINTS = 2000;

  private final Labels labels;
  private final int label;
  private final double[] scores; // falling
  private final int[] hits; // of the first n

  private OneAgainstRest(Labels labels, int label, double[] scores, int[] hits) {
    this.labels = labels;
    this.label = label;
    this.scores = scores;
    this.hits = hits;
  }

  /** Nothing when all images are of that class, or none is, or a probability is no number. */
  static Optional<OneAgainstRest> of(Predictions predictions, int label) {
    record Score(double probability, boolean hit) {}
    List<Score> list =
        predictions.list().stream()
            .map(p -> new Score(p.probabilities()[label], p.truth() == label))
            .sorted(Comparator.comparingDouble((Score s) -> -s.probability()))
            .toList();
    double[] scores = list.stream().mapToDouble(Score::probability).toArray();
    int[] hits = new int[scores.length + 1];
    for (int i = 0; i < scores.length; i++) {
      hits[i + 1] = hits[i] + (list.get(i).hit() ? 1 : 0);
    }
    int positives = hits[scores.length];
    return positives == 0
            || positives == scores.length
            || Arrays.stream(scores).anyMatch(s -> !Double.isFinite(s))
        ? Optional.empty()
        : Optional.of(new OneAgainstRest(predictions.labels(), label, scores, hits));
  }

  String name() {
    return labels.name(label);
  }

  int label() {
    return label;
  }

  int images() {
    return scores.length;
  }

  private int positives() {
    return hits[scores.length];
  }

  /**
   * What is found when the class is decided for at a probability above a threshold.
   *
   * @param found images of the class that were found
   * @param positives images of the class
   * @param alarms other images that were called the class
   * @param negatives other images
   */
  record Rates(int found, int positives, int alarms, int negatives) {
    Estimate recall() {
      return Estimate.share(found, positives);
    }

    Estimate specificity() {
      return Estimate.share(negatives - alarms, negatives);
    }

    /** Nothing when no image is called the class. */
    Optional<Estimate> precision() {
      return found + alarms == 0
          ? Optional.empty()
          : Optional.of(Estimate.share(found, found + alarms));
    }
  }

  /** The rates at a threshold in [0, 1]. */
  Rates at(double threshold) {
    int low = 0;
    int high = scores.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scores[middle] > threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return first(low);
  }

  private Rates first(int called) {
    int found = hits[called];
    return new Rates(found, positives(), called - found, scores.length - positives());
  }

  /** The ROC curve: the rate of false alarms, and recall, from (0, 0) to (1, 1). */
  double[][] roc() {
    List<Rates> steps = steps();
    double[][] points = new double[2][steps.size()];
    for (int i = 0; i < steps.size(); i++) {
      points[0][i] = 1 - steps.get(i).specificity().value();
      points[1][i] = steps.get(i).recall().value();
    }
    return points;
  }

  /** Recall and precision, from the highest threshold at which something is called. */
  double[][] precisionRecall() {
    List<Rates> steps = steps().stream().filter(r -> r.precision().isPresent()).toList();
    double[][] points = new double[2][steps.size()];
    for (int i = 0; i < steps.size(); i++) {
      points[0][i] = steps.get(i).recall().value();
      points[1][i] = steps.get(i).precision().orElseThrow().value();
    }
    return points;
  }

  /** The area under the ROC curve, ties counting a half. */
  double area() {
    double area = 0;
    int previous = 0;
    for (int end : ends()) {
      Rates before = first(previous);
      Rates after = first(end);
      area += (after.alarms() - before.alarms()) * (after.found() + (double) before.found()) / 2;
      previous = end;
    }
    return area / ((double) positives() * (scores.length - positives()));
  }

  private List<Rates> steps() {
    List<Integer> ends = ends();
    List<Rates> steps = new ArrayList<>();
    steps.add(first(0));
    double stride = Math.max(1, ends.size() / (double) MOST_POINTS);
    for (double i = 0; i < ends.size() - 1; i += stride) {
      steps.add(first(ends.get((int) i)));
    }
    steps.add(first(scores.length));
    return steps;
  }

  /** How many images come before each change of the probability. */
  private List<Integer> ends() {
    List<Integer> ends = new ArrayList<>();
    for (int i = 1; i <= scores.length; i++) {
      if (i == scores.length || scores[i] != scores[i - 1]) {
        ends.add(i);
      }
    }
    return ends;
  }
}
