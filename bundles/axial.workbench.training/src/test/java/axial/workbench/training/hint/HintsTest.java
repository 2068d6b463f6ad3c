package axial.workbench.training.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HintsTest {

  private static final List<List<Integer>> ALL_ONE = List.of(List.of(0, 12), List.of(0, 23));

  @Test
  void aTrainingThatGetsBetterNeedsNoHint() {
    assertThat(Hints.of(Epochs.seen(20, n -> Epochs.of(n, 1.0 / n, 1.2 / n), "cosine"))).isEmpty();
    assertThat(Hints.of(Epochs.seen(0, n -> Epochs.of(n, 1, 1)))).isEmpty();
  }

  @Test
  void aLossThatIsNoNumberIsAnErrorAtOnce() {
    Seen seen = new Seen(List.of(), 10, 0, List.of(), Double.NaN);
    assertThat(Hints.of(seen))
        .singleElement()
        .satisfies(
            hint -> {
              assertThat(hint.severity()).isEqualTo(Hint.Severity.ERROR);
              assertThat(hint.advice()).contains("learning rate ten times smaller");
            });
  }

  @Test
  void overfittingIsToldWithTheFiguresThatShowIt() {
    Seen seen = Epochs.seen(12, n -> Epochs.of(n, 1.0 / n, n <= 4 ? 1.0 / n : 0.25 + 0.05 * n));
    assertThat(new Overfitting().look(seen))
        .hasValueSatisfying(
            hint -> {
              assertThat(hint.reason()).contains("Since epoch 4").contains("0.250");
              assertThat(hint.advice()).contains("epoch 4 are kept");
            });
  }

  @Test
  void aNoisyValidationLossIsNoOverfitting() {
    Seen seen = Epochs.seen(12, n -> Epochs.of(n, 1.0 / n, 0.5 + (n % 2 == 0 ? 0.02 : -0.02)));
    assertThat(new Overfitting().look(seen)).isEmpty();
  }

  @Test
  void standingStillIsANote() {
    Seen seen = Epochs.seen(14, n -> Epochs.of(n, Math.max(0.4, 1.0 / n), 0.6));
    assertThat(new Plateau().look(seen))
        .hasValueSatisfying(h -> assertThat(h.severity()).isEqualTo(Hint.Severity.NOTE));
    assertThat(new Plateau().look(Epochs.seen(14, n -> Epochs.of(n, 1.0 / n, 0.6)))).isEmpty();
  }

  @Test
  void twoSchedulesOnOneRateExplainItsCollapse() {
    Seen seen =
        Epochs.seen(
            6,
            n ->
                Epochs.of(
                    n, 0.6, 0.7, 1e-3 * Math.pow(0.3, n - 1), 1e-3 * Math.pow(0.3, n), List.of()),
            "plateau-loss",
            "plateau-accuracy");
    assertThat(new RateCollapsed().look(seen))
        .hasValueSatisfying(
            hint -> {
              assertThat(hint.reason())
                  .contains("from 1.0e-03 to 7.3e-07 in 6 epochs")
                  .contains("plateau-loss and plateau-accuracy cut the same rate");
              assertThat(hint.advice()).isEqualTo("Keep one of these schedules, or use cosine.");
            });
  }

  @Test
  void aRateThatFallsByPlanHasNotCollapsed() {
    Seen seen =
        Epochs.seen(
            6, n -> Epochs.of(n, 0.6, 0.7, 1e-3, n == 6 ? 1e-6 : 1e-3, List.of()), "cosine");
    assertThat(new RateCollapsed().look(seen)).isEmpty();
  }

  @Test
  void theSameAnswerForAllImagesIsToldFromTheSecondEpochOn() {
    assertThat(new SameAnswer().look(one(1))).isEmpty();
    assertThat(new SameAnswer().look(one(2))).isPresent();
    assertThat(new SameAnswer().look(Epochs.seen(3, n -> Epochs.of(n, 0.6, 0.7)))).isEmpty();
  }

  private static Seen one(int epochs) {
    return Epochs.seen(epochs, n -> Epochs.of(n, 0.6, 0.7, 1e-3, 1e-3, ALL_ONE));
  }
}
