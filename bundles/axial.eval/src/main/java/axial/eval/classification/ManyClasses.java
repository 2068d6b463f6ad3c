package axial.eval.classification;

import axial.eval.ConfusionMatrix;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.eval.statistics.Ranking;
import axial.eval.statistics.Scores;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Figures that only more than two classes have. */
final class ManyClasses {

  private ManyClasses() {}

  static void add(Findings findings, Predictions predictions, ConfusionMatrix matrix) {
    int classes = matrix.labels().count();
    findings.figure("macro_precision", mean(classes, matrix::precision));
    findings.figure("macro_specificity", mean(classes, matrix::specificity));
    findings.figure("macro_f1", mean(classes, matrix::f1));
    findings.figure("macro_ovr_auc", mean(classes, c -> auc(predictions, c)));
    List<Prediction> list = predictions.list();
    int near = (int) list.stream().filter(p -> ahead(p) < 2).count();
    findings.share("top2", near, list.size());
  }

  private static double mean(int classes, IntToDoubleFunction figure) {
    return IntStream.range(0, classes).mapToDouble(figure).sum() / classes;
  }

  /** Area under the ROC curve of one class against all others; NaN when either is missing. */
  private static double auc(Predictions predictions, int label) {
    Scores scores = Scores.of(predictions, label);
    return scores.finite() && scores.bothKinds() ? new Ranking(scores).rocAuc() : Double.NaN;
  }

  /** How many classes come before the true one; of equals the last comes first, as in NumPy. */
  private static int ahead(Prediction prediction) {
    double[] p = prediction.probabilities();
    int truth = prediction.truth();
    int ahead = 0;
    for (int c = 0; c < p.length; c++) {
      ahead += p[c] > p[truth] || (p[c] == p[truth] && c > truth) ? 1 : 0;
    }
    return ahead;
  }
}
