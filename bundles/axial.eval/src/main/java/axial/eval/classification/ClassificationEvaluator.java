package axial.eval.classification;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.eval.Evaluation;
import axial.eval.EvaluationData;
import axial.eval.Evaluator;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The report text of scikit-learn and the usual figures, with intervals. */
@Component(property = "service.ranking:Integer=100")
public final class ClassificationEvaluator implements Evaluator {

  @Override
  public String id() {
    return "classification";
  }

  @Override
  public String description() {
    return "Precision, recall, F1, balanced accuracy, area under the ROC curve and calibration.";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public Evaluation evaluate(EvaluationData data, Settings settings, Seed seed) {
    Predictions predictions = data.test();
    ConfusionMatrix matrix = predictions.confusion();
    Map<String, Double> figures = new LinkedHashMap<>();
    int total = matrix.total();
    int right = (int) Math.round(matrix.accuracy() * total);
    figures.put("balanced_accuracy", matrix.balancedAccuracy());
    figures.put("accuracy", matrix.accuracy());
    interval(figures, "accuracy", right, total);
    Labels labels = predictions.labels();
    int positive = labels.positive();
    figures.put("recall", matrix.recall(positive));
    interval(figures, "recall", matrix.count(positive, positive), matrix.support(positive));
    figures.put("precision", matrix.precision(positive));
    figures.put("f1", matrix.f1(positive));
    int negatives = total - matrix.support(positive);
    int falseAlarms = matrix.called(positive) - matrix.count(positive, positive);
    if (negatives > 0) {
      figures.put("specificity", (double) (negatives - falseAlarms) / negatives);
      interval(figures, "specificity", negatives - falseAlarms, negatives);
    }
    probabilities(figures, predictions);
    if (labels.count() > 2) {
      ManyClasses.add(figures, predictions, matrix);
    }
    agreement(figures, matrix);
    figures.values().removeIf(value -> !Double.isFinite(value));
    return new Evaluation(id(), ReportText.of(matrix), figures);
  }

  private static void interval(Map<String, Double> figures, String name, int hits, int trials) {
    if (trials > 0) {
      Wilson wilson = Wilson.of(hits, trials);
      figures.put(name + "_low", wilson.low());
      figures.put(name + "_high", wilson.high());
    }
  }

  private static void probabilities(Map<String, Double> figures, Predictions predictions) {
    int positive = predictions.labels().positive();
    List<Prediction> list = predictions.list();
    boolean[] isPositive = new boolean[list.size()];
    double[] score = new double[list.size()];
    double brier = 0;
    double logLoss = 0;
    for (int i = 0; i < score.length; i++) {
      Prediction p = list.get(i);
      isPositive[i] = p.truth() == positive;
      score[i] = p.probabilities()[positive];
      double miss = score[i] - (isPositive[i] ? 1 : 0);
      brier += miss * miss / score.length;
      // As scikit-learn 1.2: clipped to the type's epsilon, here that of double.
      double told = p.probabilities()[p.truth()] / Arrays.stream(p.probabilities()).sum();
      told = Math.max(Math.ulp(1.0), Math.min(1 - Math.ulp(1.0), told));
      logLoss -= Math.log(told) / score.length;
    }
    if (Double.isFinite(brier)) {
      Ranking ranking = new Ranking(isPositive, score);
      figures.put("roc_auc", ranking.rocAuc());
      figures.put("average_precision", ranking.averagePrecision());
    }
    figures.put("brier", brier);
    figures.put("log_loss", logLoss);
  }

  /** Matthews' correlation (Gorodkin 2004 for more classes) and Cohen's kappa. */
  private static void agreement(Map<String, Double> figures, ConfusionMatrix matrix) {
    double total = matrix.total();
    double right = 0;
    double chance = 0;
    double truthSquares = 0;
    double calledSquares = 0;
    for (int c = 0; c < matrix.labels().count(); c++) {
      right += matrix.count(c, c);
      chance += (double) matrix.support(c) * matrix.called(c);
      truthSquares += Math.pow(matrix.support(c), 2);
      calledSquares += Math.pow(matrix.called(c), 2);
    }
    double spread =
        Math.sqrt(total * total - calledSquares) * Math.sqrt(total * total - truthSquares);
    figures.put("mcc", spread == 0 ? 0 : (right * total - chance) / spread);
    figures.put("cohen_kappa", (right * total - chance) / (total * total - chance));
  }
}
