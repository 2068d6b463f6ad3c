package axial.eval.classification;

import axial.eval.ConfusionMatrix;
import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Figures that only more than two classes have. */
final class ManyClasses {

  private ManyClasses() {}

  static void add(Map<String, Double> figures, Predictions predictions, ConfusionMatrix matrix) {
    int classes = matrix.labels().count();
    figures.put("macro_f1", IntStream.range(0, classes).mapToDouble(matrix::f1).sum() / classes);
    figures.put(
        "macro_ovr_auc",
        IntStream.range(0, classes).mapToDouble(c -> auc(predictions, c)).sum() / classes);
    List<Prediction> list = predictions.list();
    long near = list.stream().filter(p -> ahead(p) < 2).count();
    figures.put("top2", (double) near / list.size());
  }

  /** Area under the ROC curve of one class against all others; NaN when either is missing. */
  private static double auc(Predictions predictions, int label) {
    List<Prediction> list = predictions.list();
    boolean[] own = new boolean[list.size()];
    double[] score = new double[list.size()];
    for (int i = 0; i < score.length; i++) {
      own[i] = list.get(i).truth() == label;
      score[i] = list.get(i).probabilities()[label];
    }
    return new Ranking(own, score).rocAuc();
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
