package axial.eval.classification;

import axial.data.Labels;
import axial.eval.Predictions;
import axial.eval.statistics.DeLong;
import axial.eval.statistics.Ranking;
import axial.eval.statistics.Scores;

/** What the order of the probabilities says: areas and curves. */
final class RankingFindings {

  private RankingFindings() {}

  static void add(Findings findings, Predictions predictions) {
    Labels labels = predictions.labels();
    Scores positive = Scores.of(predictions, labels.positive());
    if (positive.finite() && positive.bothKinds()) {
      Ranking ranking = new Ranking(positive);
      double area = ranking.rocAuc();
      findings.figure("roc_auc", area);
      var interval = DeLong.area(positive);
      findings.figure("roc_auc_low", interval.low());
      findings.figure("roc_auc_high", interval.high());
      findings.figure("average_precision", ranking.averagePrecision());
      if (!interval.hasInterval()) {
        findings.note(
            "The area under the ROC curve has no interval: so few images, or classes so far apart,"
                + " do not say how it would vary.");
      }
    }
    if (labels.count() == 2) {
      curves(findings, positive, "", "");
    } else {
      for (int c = 0; c < labels.count(); c++) {
        curves(findings, Scores.of(predictions, c), "_" + c, ": " + labels.name(c));
      }
    }
  }

  private static void curves(Findings findings, Scores scores, String id, String name) {
    if (scores.finite() && scores.bothKinds()) {
      Ranking ranking = new Ranking(scores);
      findings.curve(
          "roc" + id, "ROC curve" + name, "false positive rate", "recall", ranking.roc(), true);
      findings.curve(
          "pr" + id,
          "Precision and recall" + name,
          "recall",
          "precision",
          ranking.precisionRecall(),
          false);
    }
  }
}
