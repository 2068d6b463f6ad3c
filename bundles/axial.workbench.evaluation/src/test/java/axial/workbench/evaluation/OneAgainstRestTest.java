package axial.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.eval.ConfusionMatrix;
import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAgainstRestTest {

  private final Predictions test = SampleRun.two("one").record().predictions().orElseThrow();

  @Test
  void theRatesAtAThresholdAreThoseOfTheMatrixThere() {
    OneAgainstRest one = OneAgainstRest.of(test, 1).orElseThrow();
    for (double threshold : new double[] {0, 0.2, 0.35, 0.5, 0.9, 1}) {
      ConfusionMatrix matrix = test.at(threshold).confusion();
      OneAgainstRest.Rates rates = one.at(threshold);
      assertThat(rates.recall().value()).isEqualTo(matrix.recall(1));
      assertThat(rates.specificity().value()).isEqualTo(matrix.specificity(1));
      assertThat(rates.precision().isPresent()).isEqualTo(matrix.called(1) > 0);
      rates
          .precision()
          .ifPresent(value -> assertThat(value.value()).isEqualTo(matrix.precision(1)));
    }
  }

  @Test
  void areaAndCurveAreThoseOfTheEvaluation() {
    var evaluation = SampleRun.two("one").record().evaluations().get(0);
    OneAgainstRest one = OneAgainstRest.of(test, 1).orElseThrow();
    assertThat(one.area()).isCloseTo(evaluation.figures().get("roc_auc"), within(1e-12));
    double[][] roc = one.roc();
    assertThat(roc[0][0]).isZero();
    assertThat(roc[1][0]).isZero();
    assertThat(roc[0][roc[0].length - 1]).isEqualTo(1);
    assertThat(roc[1][roc[1].length - 1]).isEqualTo(1);
  }

  @Test
  void equalProbabilitiesAreOneStepAndCountAHalf() {
    Predictions same =
        new Predictions(
            SampleRun.TWO,
            List.of(
                new Prediction("a", "a", 1, new double[] {0.4, 0.6}),
                new Prediction("b", "b", 0, new double[] {0.4, 0.6}),
                new Prediction("c", "c", 0, new double[] {0.4, 0.6})));
    OneAgainstRest one = OneAgainstRest.of(same, 1).orElseThrow();
    assertThat(one.area()).isEqualTo(0.5);
    assertThat(one.roc()[0]).hasSize(2);
    assertThat(one.at(0.6).found()).as("strictly above").isZero();
    assertThat(one.at(0.59).found()).isEqualTo(1);
  }

  @Test
  void aPartOfOneClassHasNoCurve() {
    Predictions alone =
        new Predictions(
            SampleRun.TWO, List.of(new Prediction("a", "a", 1, new double[] {0.4, 0.6})));
    assertThat(OneAgainstRest.of(alone, 1)).isEmpty();
  }
}
