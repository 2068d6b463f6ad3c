package axial.eval.classification;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;
import axial.eval.Predictions;
import axial.eval.statistics.DeLong;
import axial.eval.statistics.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What can be counted in the confusion matrix, with intervals. */
final class Rates {

  /** With fewer images of a class than this, its rates say little. */
  private static final int FEW = 20;

  private final ConfusionMatrix matrix;
  private final Labels labels;

  Rates(ConfusionMatrix matrix) {
    this.matrix = matrix;
    this.labels = matrix.labels();
  }

  void add(Findings findings) {
    int positive = labels.positive();
    int total = matrix.total();
    int found = matrix.count(positive, positive);
    findings.figure("balanced_accuracy", Estimate.balancedAccuracy(matrix));
    findings.share("recall", found, matrix.support(positive));
    findings.share("specificity", matrix.rejected(positive), total - matrix.support(positive));
    findings.share("precision", found, matrix.called(positive));
    findings.figure("f1", matrix.f1(positive));
    int right = IntStream.range(0, labels.count()).map(c -> matrix.count(c, c)).sum();
    findings.share("accuracy", right, total);
    for (int c = 0; c < labels.count(); c++) {
      if (matrix.support(c) < FEW) {
        findings.note(
            matrix.support(c) == 0
                ? "No image of \"%s\" was tested.".formatted(labels.name(c))
                : "Only %d of \"%s\" were tested: what is said of this class is uncertain."
                    .formatted(matrix.support(c), labels.name(c)));
      }
    }
  }

  /** Matthews' correlation (Gorodkin 2004 for more classes) and Cohen's kappa. */
  void agreement(Findings findings) {
    double total = matrix.total();
    double right = 0;
    double chance = 0;
    double truthSquares = 0;
    double calledSquares = 0;
    for (int c = 0; c < labels.count(); c++) {
      right += matrix.count(c, c);
      chance += (double) matrix.support(c) * matrix.called(c);
      truthSquares += Math.pow(matrix.support(c), 2);
      calledSquares += Math.pow(matrix.called(c), 2);
    }
    double spread =
        Math.sqrt(total * total - calledSquares) * Math.sqrt(total * total - truthSquares);
    findings.figure("mcc", spread == 0 ? 0 : (right * total - chance) / spread);
    findings.figure("cohen_kappa", (right * total - chance) / (total * total - chance));
  }

  /** A row for each class against all others. */
  void byClass(Findings findings, Predictions predictions) {
    List<List<String>> rows = new ArrayList<>();
    for (int c = 0; c < labels.count(); c++) {
      int own = matrix.support(c);
      Scores scores = Scores.of(predictions, c);
      rows.add(
          List.of(
              labels.name(c),
              Integer.toString(own),
              share(matrix.count(c, c), own),
              share(matrix.rejected(c), matrix.total() - own),
              share(matrix.count(c, c), matrix.called(c)),
              scores.finite() && scores.bothKinds() ? DeLong.area(scores).text() : ""));
    }
    findings.table(
        "classes",
        "Each class against the others, with 95 % intervals",
        List.of("class", "images", "recall", "specificity", "precision", "ROC AUC"),
        rows);
  }

  private static String share(int hits, int trials) {
    return trials == 0 ? "" : Estimate.share(hits, trials).text();
  }
}
