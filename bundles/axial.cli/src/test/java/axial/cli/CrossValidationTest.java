package axial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

  private static final Labels LABELS = new Labels(List.of("no", "yes"), 1);

  private int made;

  /** A fold with its own threshold: each number is the probability of "yes". */
  private Predictions fold(double threshold, double[] no, double[] yes) {
    List<Prediction> list = new ArrayList<>();
    for (double p : no) {
      list.add(new Prediction("id", "s" + made++, 0, new double[] {1 - p, p}));
    }
    for (double p : yes) {
      list.add(new Prediction("id", "s" + made++, 1, new double[] {1 - p, p}));
    }
    return new Predictions(LABELS, list, threshold);
  }

  @Test
  void testPartsArePooledEachDecidedAtTheThresholdOfItsFold() {
    CrossValidation all =
        new CrossValidation(
            List.of(
                fold(0.5, new double[] {0.1, 0.7}, new double[] {0.9, 0.8}),
                fold(0.2, new double[] {0.1, 0.1}, new double[] {0.3, 0.1})));
    assertThat(all.pooled()).isEqualTo(new ConfusionMatrix(LABELS, new int[][] {{3, 1}, {1, 3}}));
    assertThat(all.pooled().balancedAccuracy()).isEqualTo(0.75);
  }

  @Test
  void meanAndStandardDeviationAreThoseOfASample() {
    CrossValidation all =
        new CrossValidation(
            List.of(
                fold(0.5, new double[] {0.1}, new double[] {0.9}),
                fold(0.5, new double[] {0.1}, new double[] {0.1}),
                fold(0.5, new double[] {0.9}, new double[] {0.9})));
    double[] balanced = all.meanAndSpread(ConfusionMatrix::balancedAccuracy);
    assertThat(balanced[0]).isEqualTo(2.0 / 3, within(1e-12));
    assertThat(balanced[1]).isEqualTo(Math.sqrt(1.0 / 12), within(1e-12));
    assertThat(all.text())
        .contains("each of 6 images tested once", "mean", "0.667", "0.289", "recall of yes");
  }

  @Test
  void anImageThatIsTestedTwiceIsNoCrossValidation() {
    Predictions fold = fold(0.5, new double[] {0.1}, new double[] {0.9});
    assertThatThrownBy(() -> new CrossValidation(List.of(fold, fold)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("s0 was tested in two folds");
  }
}
