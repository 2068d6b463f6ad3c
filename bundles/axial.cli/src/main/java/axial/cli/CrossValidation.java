package axial.cli;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What the test parts of all folds say together. */
final class CrossValidation {

  private final List<ConfusionMatrix> folds;
  private final ConfusionMatrix pooled;

  /**
   * The folds of one data set.
   *
   * @param folds the predictions for each test part, at least two; no image is in two
   */
  CrossValidation(List<Predictions> folds) {
    Labels labels = folds.get(0).labels();
    int[][] counts = new int[labels.count()][labels.count()];
    Set<String> sources = new HashSet<>();
    List<ConfusionMatrix> matrices = new ArrayList<>();
    for (Predictions fold : folds) {
      for (Prediction prediction : fold.list()) {
        if (!sources.add(prediction.source())) {
          throw new IllegalArgumentException(
              "The image " + prediction.source() + " was tested in two folds.");
        }
        counts[prediction.truth()][fold.decided(prediction)]++;
      }
      matrices.add(fold.confusion());
    }
    this.folds = List.copyOf(matrices);
    this.pooled = new ConfusionMatrix(labels, counts);
  }

  /** All test parts as one, each image once. */
  ConfusionMatrix pooled() {
    return pooled;
  }

  /** Mean and standard deviation (of a sample) of a figure over the folds. */
  double[] meanAndSpread(ToDoubleFunction<ConfusionMatrix> figure) {
    double mean = folds.stream().mapToDouble(figure).average().orElseThrow();
    double squares = folds.stream().mapToDouble(f -> square(figure.applyAsDouble(f) - mean)).sum();
    return new double[] {mean, Math.sqrt(squares / (folds.size() - 1))};
  }

  private static double square(double value) {
    return value * value;
  }

  /** A row for each fold, then mean and standard deviation, then all folds together. */
  String text() {
    String recall = "recall of " + pooled.labels().positiveName();
    Table table =
        new Table(List.of("fold", "test images", "balanced accuracy", "accuracy", recall));
    for (int i = 0; i < folds.size(); i++) {
      table.add(row(Integer.toString(i + 1), folds.get(i)));
    }
    double[] balanced = meanAndSpread(ConfusionMatrix::balancedAccuracy);
    double[] accuracy = meanAndSpread(ConfusionMatrix::accuracy);
    double[] found = meanAndSpread(CrossValidation::recall);
    table.add(List.of("mean", "", three(balanced[0]), three(accuracy[0]), three(found[0])));
    table.add(
        List.of("standard deviation", "", three(balanced[1]), three(accuracy[1]), three(found[1])));
    return "%s%n%nAll folds together, each of %d images tested once:%n%s%nBalanced accuracy %s."
        .formatted(
            table.text(), pooled.total(), Results.matrix(pooled), three(pooled.balancedAccuracy()));
  }

  private static List<String> row(String name, ConfusionMatrix fold) {
    return List.of(
        name,
        Integer.toString(fold.total()),
        three(fold.balancedAccuracy()),
        three(fold.accuracy()),
        three(recall(fold)));
  }

  private static double recall(ConfusionMatrix matrix) {
    return matrix.recall(matrix.labels().positive());
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
