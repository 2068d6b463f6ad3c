package axial.eval.statistics;

import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.List;

/**
 * Balanced accuracy, recall, specificity and area under the ROC curve of predictions whose samples
 * count several times or not at all. Recall, specificity and area are of the positive class.
 */
public final class WeightedRates implements GroupBootstrap.Statistic {

  /** The names of the figures, in their order. */
  public static final List<String> NAMES =
      List.of("balanced_accuracy", "recall", "specificity", "roc_auc");

  private final int classes;
  private final int positive;
  private final int[] truth;
  private final int[] called;
  private final double[] score;
  private final int[] falling;
  private final boolean ranked;

  /** The rates of these predictions. */
  public WeightedRates(Predictions predictions) {
    this.classes = predictions.labels().count();
    this.positive = predictions.labels().positive();
    List<Prediction> list = predictions.list();
    this.truth = list.stream().mapToInt(Prediction::truth).toArray();
    this.called = list.stream().mapToInt(predictions::decided).toArray();
    Scores scores = Scores.of(predictions, positive);
    this.score = scores.score();
    this.ranked = scores.finite();
    this.falling = scores.falling();
  }

  @Override
  public double[] of(int[] weights) {
    double[] support = new double[classes];
    double[] found = new double[classes];
    double others = 0;
    double rejected = 0;
    for (int i = 0; i < truth.length; i++) {
      support[truth[i]] += weights[i];
      found[truth[i]] += truth[i] == called[i] ? weights[i] : 0;
      if (truth[i] != positive) {
        others += weights[i];
        rejected += called[i] != positive ? weights[i] : 0;
      }
    }
    double sum = 0;
    int present = 0;
    for (int c = 0; c < classes; c++) {
      if (support[c] > 0) {
        sum += found[c] / support[c];
        present++;
      }
    }
    return new double[] {
      sum / present,
      found[positive] / support[positive],
      rejected / others,
      ranked ? area(weights) : Double.NaN
    };
  }

  private double area(int[] weights) {
    double area = 0;
    double above = 0;
    double others = 0;
    for (int from = 0; from < falling.length; ) {
      double own = 0;
      double other = 0;
      int to = from;
      while (to < falling.length && score[falling[to]] == score[falling[from]]) {
        int i = falling[to++];
        own += truth[i] == positive ? weights[i] : 0;
        other += truth[i] == positive ? 0 : weights[i];
      }
      area += other * (above + own / 2);
      above += own;
      others += other;
      from = to;
    }
    return area / (above * others);
  }
}
