package axial.run.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.data.Labels;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.job.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdChoiceTest {

  private static final Labels TWO = new Labels(List.of("no", "yes"), 1);

  private static Predictions predictions(double[] positives, double[] negatives) {
    List<Prediction> list = new ArrayList<>();
    for (double p : positives) {
      list.add(new Prediction("p" + list.size(), "s" + list.size(), 1, new double[] {1 - p, p}));
    }
    for (double p : negatives) {
      list.add(new Prediction("n" + list.size(), "s" + list.size(), 0, new double[] {1 - p, p}));
    }
    return new Predictions(TWO, list);
  }

  @Test
  void theHighestThresholdThatReachesTheRecallIsTaken() {
    Predictions validation =
        predictions(new double[] {.9, .8, .7, .4, .1}, new double[] {.85, .3, .2});
    Threshold threshold = ThresholdChoice.of(validation, 0.8);
    assertThat(threshold.found()).isEqualTo(4);
    assertThat(threshold.positives()).isEqualTo(5);
    assertThat(threshold.value()).isCloseTo(0.35, within(1e-12));
    assertThat(validation.at(threshold.value()).confusion().recall(1)).isEqualTo(0.8);
    // Any higher one loses the fourth.
    assertThat(validation.at(0.4).confusion().recall(1)).isLessThan(0.8);
  }

  @Test
  void aShareThatIsAWholeNumberOfImagesNeedsNoMore() {
    double[] positives = new double[20];
    for (int i = 0; i < 20; i++) {
      positives[i] = (i + 1) / 21.0;
    }
    // In binary, 0.95 * 20 and 0.15 * 20 need not be 19 and 3.
    assertThat(ThresholdChoice.of(predictions(positives, new double[] {0}), 0.95).found())
        .isEqualTo(19);
    assertThat(ThresholdChoice.of(predictions(positives, new double[] {0}), 0.15).found())
        .isEqualTo(3);
  }

  @Test
  void equalProbabilitiesAreFoundTogether() {
    Threshold threshold =
        ThresholdChoice.of(predictions(new double[] {.6, .6, .6, .2}, new double[] {.1}), 0.5);
    assertThat(threshold.found()).isEqualTo(3);
    assertThat(threshold.value()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void aRecallThatCannotBeHadIsSaid() {
    Threshold threshold =
        ThresholdChoice.of(
            predictions(new double[] {.6, 0, Double.NaN, .2}, new double[] {.1}), 0.9);
    assertThat(threshold.value()).isZero();
    assertThat(threshold.found()).isEqualTo(2);
    assertThat(threshold.text()).endsWith("the others have a probability of 0.");
  }

  @Test
  void theRecallOnTheValidationPartIsSaidWithItsInterval() {
    Threshold threshold =
        ThresholdChoice.of(predictions(new double[] {.9, .8, .7, .4, .1}, new double[] {.3}), 0.8);
    assertThat(threshold.text())
        .isEqualTo(
            "Threshold 0.3500, chosen on the validation part for a recall of 0.8 and frozen: there it"
                + " finds 4 of 5, recall 0.800 (0.376 to 0.964).");
  }

  @Test
  void moreThanTwoClassesAreRefusedBeforeAnythingIsTrained() {
    Labels three = new Labels(List.of("a", "b", "c"), 0);
    assertThatThrownBy(
            () ->
                ThresholdChoice.requirePossible(ExaminedRun.spec(0.9), three, ExaminedRun.split(4)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(
            "A recall of 0.9 was asked for, but the data has 3 classes (a, b, c)");
    ThresholdChoice.requirePossible(ExaminedRun.spec(0), three, ExaminedRun.split(4));
  }

  @Test
  void aValidationPartWithoutPositiveImagesIsRefusedBeforeAnythingIsTrained() {
    assertThatThrownBy(
            () -> ThresholdChoice.requirePossible(ExaminedRun.spec(0.9), TWO, ExaminedRun.split(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the validation part has no image of \"yes\"");
    ThresholdChoice.requirePossible(ExaminedRun.spec(0.9), TWO, ExaminedRun.split(2));
  }
}
