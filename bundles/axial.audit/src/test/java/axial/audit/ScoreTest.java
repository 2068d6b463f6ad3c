package axial.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

  private static Score score(int[]... counts) {
    return new Score(new ConfusionMatrix(DrawnData.LABELS, counts));
  }

  /** The figures were computed with the formulas of Wilson and Newcombe outside of Java. */
  @Test
  void accuracyAndBalancedAccuracyHaveTheirIntervals() {
    Score score = score(new int[] {8, 2}, new int[] {5, 25});
    assertThat(score.accuracy().value()).isEqualTo(0.825);
    assertThat(score.accuracy().low()).isCloseTo(0.680500, within(1e-6));
    assertThat(score.accuracy().high()).isCloseTo(0.912546, within(1e-6));
    assertThat(score.balancedAccuracy().value()).isCloseTo(0.816667, within(1e-6));
    assertThat(score.balancedAccuracy().low()).isCloseTo(0.640207, within(1e-6));
    assertThat(score.balancedAccuracy().high()).isCloseTo(0.902173, within(1e-6));
    assertThat(score.majority()).isEqualTo(0.75);
    assertThat(score.chance()).isEqualTo(0.5);
  }

  @Test
  void aClassWithoutImagesPlaysNoPart() {
    Labels three = new Labels(List.of("a", "b", "c"), 0);
    Score score =
        new Score(new ConfusionMatrix(three, new int[][] {{3, 1, 0}, {0, 4, 0}, {0, 0, 0}}));
    assertThat(score.chance()).isEqualTo(0.5);
    assertThat(score.balancedAccuracy().value()).isEqualTo(0.875);
  }

  @Test
  void aScoreNeedsAnAnswer() {
    assertThatThrownBy(() -> score(new int[] {0, 0}, new int[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
