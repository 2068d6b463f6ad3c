package axial.eval.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.eval.Evaluation;
import axial.eval.EvaluationData;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Seed;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationEvaluatorTest {

  private static final Labels TWO = new Labels(List.of("no", "yes"), 1);

  private static Evaluation evaluate(Labels labels, int[] truth, double[]... probabilities) {
    List<Prediction> list = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      list.add(new Prediction("id" + i, "source" + i, truth[i], probabilities[i]));
    }
    ClassificationEvaluator evaluator = new ClassificationEvaluator();
    return evaluator.evaluate(
        EvaluationData.of(new Predictions(labels, list)),
        Settings.defaults("test", evaluator.settings()),
        new Seed(1));
  }

  private static double[] yes(double p) {
    return new double[] {1 - p, p};
  }

  @Test
  void aMissedPositiveLowersRecallAndAFalseAlarmLowersSpecificity() {
    Evaluation evaluation =
        evaluate(TWO, new int[] {1, 1, 1, 0, 0}, yes(.9), yes(.2), yes(.3), yes(.8), yes(.1));
    assertThat(evaluation.figures().get("recall")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(evaluation.figures().get("specificity")).isEqualTo(0.5);
    assertThat(evaluation.figures().get("precision")).isEqualTo(0.5);
  }

  @Test
  void equalScoresCountOneHalf() {
    Evaluation evaluation =
        evaluate(TWO, new int[] {1, 0, 1, 0}, yes(.5), yes(.5), yes(.5), yes(.5));
    assertThat(evaluation.figures().get("roc_auc")).isEqualTo(0.5);
  }

  @Test
  void exactlyOneHalfIsNotPositive() {
    Evaluation evaluation = evaluate(TWO, new int[] {1, 0}, yes(.5), yes(.5));
    assertThat(evaluation.figures().get("recall")).isEqualTo(0);
  }

  @Test
  void leavesOutWhatOneClassAloneCannotSay() {
    Evaluation evaluation = evaluate(TWO, new int[] {1, 1}, yes(.9), yes(.2));
    assertThat(evaluation.figures()).doesNotContainKeys("roc_auc", "specificity");
    assertThat(evaluation.figures()).containsEntry("accuracy", 0.5);
  }

  @Test
  void answersThatAreNoNumbersEndWithFiguresThatAre() {
    Evaluation evaluation =
        evaluate(TWO, new int[] {1, 0, 1}, yes(Double.NaN), yes(Double.NaN), yes(.7));
    assertThat(evaluation.figures()).doesNotContainKeys("roc_auc", "brier", "log_loss");
    assertThat(evaluation.figures().values()).allMatch(Double::isFinite);
  }

  @Test
  void aClassThatIsNeverCalledHasThePrecisionZero() {
    ConfusionMatrix matrix = new ConfusionMatrix(TWO, new int[][] {{3, 0}, {1, 0}});
    assertThat(ReportText.of(matrix))
        .isEqualTo(
            """
                          precision    recall  f1-score   support

                      no       0.75      1.00      0.86         3
                     yes       0.00      0.00      0.00         1

                accuracy                           0.75         4
               macro avg       0.38      0.50      0.43         4
            weighted avg       0.56      0.75      0.64         4
            """);
  }

  @Test
  void theLongestNameOfAClassMakesTheFirstColumn() {
    Labels labels = new Labels(List.of("a", "a rather long name of a class"), 1);
    ConfusionMatrix matrix = new ConfusionMatrix(labels, new int[][] {{1, 0}, {0, 1}});
    assertThat(ReportText.of(matrix).lines())
        .contains("                            a       1.00      1.00      1.00         1")
        .contains("a rather long name of a class       1.00      1.00      1.00         1");
  }

  /** As a half is rounded to the even digit, the order of the operations shows. */
  @Test
  void roundsAsPythonDoes() {
    ConfusionMatrix matrix = new ConfusionMatrix(TWO, new int[][] {{7, 1}, {0, 0}});
    assertThat(ReportText.of(matrix)).contains("no       1.00      0.88      0.93         8");
  }
}
