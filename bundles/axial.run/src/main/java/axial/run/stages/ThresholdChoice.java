package axial.run.stages;

import axial.data.Labels;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunSpec;
import java.util.Arrays;

/** Chooses the threshold for a wanted recall, on the validation part alone. */
public final class ThresholdChoice {

  /** A wanted share of a whole number of images may be a hair above it in binary. */
  private static final double HAIR = 1e-9;

  private ThresholdChoice() {}

  /**
   * Makes sure, before anything is trained, that a wanted recall can be had.
   *
   * @throws ProblemException of kind USAGE when there are more than two classes, or no positive
   *     image to choose by
   */
  public static void requirePossible(RunSpec spec, Labels labels, Split split) {
    if (spec.wantedRecall() == 0) {
      return;
    }
    if (labels.count() != 2) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A recall of %s was asked for, but the data has %d classes (%s), and only two have a threshold."
              .formatted(spec.wantedRecall(), labels.count(), String.join(", ", labels.names())),
          "Leave --recall out, or make two classes of them.");
    }
    if (split.validation().stream()
        .mapToInt(Sample::label)
        .noneMatch(l -> l == labels.positive())) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "No threshold can be chosen for a recall of %s: the validation part has no image of \"%s\"."
              .formatted(spec.wantedRecall(), labels.positiveName()),
          "Give the validation part a larger share, or leave --recall out.");
    }
  }

  /**
   * The highest threshold with which at least this share of the positive validation images is
   * found. All thresholds between two neighbouring probabilities decide alike; of those the middle
   * one is taken, so that the last digits of another engine change nothing.
   *
   * @param validation of two classes, with at least one positive image
   * @param recall above 0 and at most 1
   */
  static Threshold of(Predictions validation, double recall) {
    int positive = validation.labels().positive();
    double[] own =
        validation.list().stream()
            .filter(p -> p.truth() == positive)
            .mapToDouble(p -> probability(p, positive))
            .sorted()
            .toArray();
    int needed = Math.max(1, (int) Math.ceil(recall * own.length - HAIR));
    double last = own[own.length - needed];
    double below =
        validation.list().stream()
            .mapToDouble(p -> probability(p, positive))
            .filter(p -> p < last)
            .max()
            .orElse(0);
    double middle = below + (last - below) / 2;
    double value = middle < last ? middle : below;
    int found = (int) Arrays.stream(own).filter(p -> p > value).count();
    return new Threshold(value, recall, found, own.length);
  }

  /** One that is no number is never above a threshold. */
  private static double probability(Prediction prediction, int positive) {
    double probability = prediction.probabilities()[positive];
    return Double.isNaN(probability) ? 0 : probability;
  }
}
