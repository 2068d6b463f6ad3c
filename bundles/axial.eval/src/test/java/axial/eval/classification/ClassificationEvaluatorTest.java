package axial.eval.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import axial.data.Labels;
import axial.data.Sample;
import axial.eval.ConfusionMatrix;
import axial.eval.Curve;
import axial.eval.Evaluation;
import axial.eval.EvaluationData;
import axial.eval.EvaluationTable;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Seed;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Images in two planes; those of one plane are all called right. */
  private static EvaluationData planes(int images, boolean withMemoriser) {
    List<Prediction> list = new ArrayList<>();
    List<Prediction> recalled = new ArrayList<>();
    Map<String, Sample> samples = new HashMap<>();
    for (int i = 0; i < images; i++) {
      int truth = i % 2;
      boolean axial = i % 4 < 2;
      double sure = 0.6 + 0.03 * (i % 11);
      boolean right = axial || i % 8 > 3;
      double p = (truth == 1) == right ? sure : 1 - sure;
      String source = "source" + i;
      list.add(new Prediction("id" + i, source, truth, yes(p)));
      recalled.add(new Prediction("id" + i, source, truth, yes(truth)));
      samples.put(
          source,
          new Sample(
              "id" + i,
              source,
              truth,
              "patient " + i / 2,
              Map.of(
                  "plane",
                  axial ? "axial" : "coronal",
                  "width",
                  i < 3 ? "100" : "256",
                  "height",
                  "256",
                  "slice",
                  Integer.toString(i))));
    }
    Predictions test = new Predictions(TWO, list);
    return new EvaluationData(
        test,
        Optional.of(test),
        withMemoriser ? Optional.of(new Predictions(TWO, recalled)) : Optional.empty(),
        samples);
  }

  private static Evaluation evaluate(EvaluationData data) {
    ClassificationEvaluator evaluator = new ClassificationEvaluator();
    return evaluator.evaluate(data, Settings.defaults("test", evaluator.settings()), new Seed(1));
  }

  private static EvaluationTable table(Evaluation evaluation, String id) {
    return evaluation.tables().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void showsWhereTheNetworkIsGoodAndWhereItIsNot() {
    Evaluation evaluation = evaluate(planes(80, false));
    assertThat(table(evaluation, "by_plane").rows())
        .extracting(row -> row.get(0), row -> row.get(1), row -> row.get(2).substring(0, 5))
        .containsExactly(tuple("axial", "40", "1.000"), tuple("coronal", "40", "0.500"));
  }

  @Test
  void leavesOutAttributesOfOneValueOrOfManyOrOfFewImages() {
    assertThat(evaluate(planes(80, false)).tables())
        .extracting(EvaluationTable::id)
        .contains("by_plane", "references", "bootstrap", "classes", "reliability")
        .doesNotContain("by_slice", "by_size", "by_width", "by_height");
  }

  @Test
  void takesWidthAndHeightTogetherAndPutsRareValuesIntoOneRow() {
    EvaluationData data = planes(80, false);
    Map<String, Sample> samples = new HashMap<>();
    data.samples()
        .forEach(
            (source, s) -> {
              int i = Integer.parseInt(source.substring("source".length()));
              String width = i < 40 ? "256" : i < 76 ? "512" : "3" + i;
              samples.put(
                  source,
                  new Sample(
                      s.id(), source, s.label(), s.group(), Map.of("width", width, "height", "9")));
            });
    Evaluation evaluation =
        evaluate(new EvaluationData(data.test(), Optional.empty(), Optional.empty(), samples));
    assertThat(table(evaluation, "by_size").rows())
        .extracting(row -> row.get(0), row -> row.get(1))
        .containsExactly(tuple("256x9", "40"), tuple("512x9", "36"), tuple("(4 rarer)", "4"));
  }

  @Test
  void saysInPlainWordsThatMemoryIsBetterThanTheNetwork() {
    Evaluation evaluation = evaluate(planes(80, true));
    assertThat(evaluation.notes())
        .anyMatch(
            note ->
                note.startsWith(
                    "The network is worse than a nearest neighbour that learned nothing"
                        + " (balanced accuracy 1.000"))
        .anyMatch(note -> note.endsWith("it has shown nothing."));
    assertThat(table(evaluation, "references").rows())
        .extracting(row -> row.get(0))
        .containsExactly(
            "this network", "a nearest neighbour that learned nothing", "always \"no\"");
  }

  @Test
  void saysThatANetworkIsNotShownToBeBetterThanAConstantAnswer() {
    Evaluation evaluation =
        evaluate(TWO, new int[] {1, 0, 1, 0}, yes(.9), yes(.9), yes(.9), yes(.9));
    assertThat(evaluation.notes().get(0))
        .contains("a constant answer 0.500: it is not shown to be better than a constant answer");
  }

  @Test
  void saysHowFewImagesOfAClassThereAre() {
    assertThat(evaluate(TWO, new int[] {1, 1, 1}, yes(.9), yes(.2), yes(.7)).notes())
        .contains(
            "No image of \"no\" was tested.",
            "Only 3 of \"yes\" were tested: what is said of this class is uncertain.");
  }

  @Test
  void theFirstFiguresAreTheOnesThatARareClassCannotHide() {
    assertThat(evaluate(planes(80, false)).figures().keySet())
        .startsWith(
            "balanced_accuracy",
            "balanced_accuracy_low",
            "balanced_accuracy_high",
            "recall",
            "recall_low",
            "recall_high",
            "specificity");
  }

  @Test
  void drawsTheCurvesOfEachOfManyClasses() {
    Labels three = new Labels(List.of("a", "b", "c"), 0);
    int[] truth = new int[30];
    double[][] p = new double[30][];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = i % 3;
      p[i] = new double[] {.2, .2, .2};
      p[i][i % 7 == 0 ? 0 : i % 3] += .4;
    }
    Evaluation evaluation = evaluate(three, truth, p);
    assertThat(evaluation.curves())
        .extracting(Curve::title)
        .contains("ROC curve: a", "ROC curve: b", "ROC curve: c", "Precision and recall: c");
    assertThat(table(evaluation, "classes").rows()).hasSize(3);
    assertThat(evaluation.figures()).containsKeys("macro_f1", "macro_ovr_auc", "macro_specificity");
  }

  @Test
  void thinsACurveOfManyPointsToWhatCanBeSeen() {
    int[] truth = new int[9000];
    double[][] p = new double[9000][];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = i * 31 % 7 % 2;
      p[i] = yes((i + 0.5) / truth.length);
    }
    Curve pr =
        evaluate(TWO, truth, p).curves().stream()
            .filter(c -> c.id().equals("pr"))
            .findFirst()
            .orElseThrow();
    assertThat(pr.points()).hasSize(2000);
    assertThat(pr.points().get(1999)).isEqualTo(new Curve.Point(0, 1));
    assertThat(pr.points().get(0).x()).isEqualTo(1);
  }
}
