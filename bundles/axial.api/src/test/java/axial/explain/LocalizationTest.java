package axial.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.explain.Explanation.Weight;
import axial.explain.Localization.Score;
import axial.job.Seed;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An image of 4 x 4 in four squares: 0 and 1 above, 2 and 3 below. */
class LocalizationTest {

  private static final Regions SQUARES =
      new Regions(4, 4, IntStream.range(0, 16).map(p -> p / 8 * 2 + p % 4 / 2).toArray());

  private static Explanation explanation(Weight... weights) {
    return new Explanation("x", 1, 0.9, SQUARES, List.of(weights), Map.of());
  }

  private static boolean[] square(int region) {
    boolean[] finding = new boolean[16];
    for (int p = 0; p < 16; p++) {
      finding[p] = SQUARES.numbers()[p] == region;
    }
    return finding;
  }

  private static Score score(boolean[] finding, Weight... weights) {
    return Localization.of(explanation(weights), finding, new Seed(1)).found();
  }

  @Test
  void theRegionOfTheFindingScoresFull() {
    Score score = score(square(2), new Weight(2, 0.6), new Weight(0, 0.2), new Weight(1, -0.9));
    assertThat(score).isEqualTo(new Score(1, 1, 0.6 / 0.8));
  }

  @Test
  void anotherRegionFirstMissesWhateverComesAfterIt() {
    Score score = score(square(2), new Weight(0, 0.6), new Weight(2, 0.3));
    assertThat(score.hit()).isZero();
    assertThat(score.iou()).isZero();
    assertThat(score.share()).isCloseTo(0.3 / 0.9, within(1e-12));
  }

  @Test
  void regionsAreTakenUntilTheirAreaComesNearestToThatOfTheFinding() {
    boolean[] half = new boolean[16];
    for (int p = 0; p < 16; p++) {
      half[p] = p < 7;
    }
    Score score =
        score(half, new Weight(0, 0.6), new Weight(1, 0.3), new Weight(2, 0.1), new Weight(3, 0.1));
    assertThat(score.iou()).isCloseTo(7.0 / 8, within(1e-12));
    boolean[] small = new boolean[16];
    small[0] = true;
    assertThat(score(small, new Weight(0, 0.6), new Weight(1, 0.3)).iou()).isEqualTo(0.25);
  }

  @Test
  void whatSpeaksAgainstTheClassPointsNowhere() {
    assertThat(score(square(2), new Weight(2, -0.6))).isEqualTo(new Score(0, 0, 0));
    assertThat(score(square(2))).isEqualTo(new Score(0, 0, 0));
  }

  @Test
  void standsBesideRegionsInARandomOrderAndTheCentre() {
    Localization localization =
        Localization.of(explanation(new Weight(2, 1)), square(2), new Seed(1));
    assertThat(localization.random().hit()).isCloseTo(0.25, within(0.15));
    assertThat(localization.random().iou()).isEqualTo(localization.random().hit());
    assertThat(localization.random().share()).isCloseTo(0.25, within(1e-12));
    assertThat(localization.centre().iou()).isCloseTo(1.0 / 7, within(1e-12));
    assertThat(localization.centre().share()).isCloseTo(0.25, within(1e-12));
    assertThat(localization.area()).isEqualTo(0.25);
  }

  @Test
  void theSameSeedGivesTheSameRandomOrders() {
    Explanation explanation = explanation(new Weight(2, 1));
    assertThat(Localization.of(explanation, square(1), new Seed(5)))
        .isEqualTo(Localization.of(explanation, square(1), new Seed(5)));
  }

  @Test
  void refusesAFindingThatIsNowhereOrDoesNotFit() {
    assertThatThrownBy(() -> score(new boolean[16])).hasMessageContaining("at least one pixel");
    assertThatThrownBy(() -> score(new boolean[9])).hasMessageContaining("9 pixels");
  }

  @Test
  void aSummaryHasWilsonsInterval() {
    Localization hit = Localization.of(explanation(new Weight(2, 1)), square(2), new Seed(1));
    Localization miss = Localization.of(explanation(new Weight(0, 1)), square(2), new Seed(1));
    List<Localization> images = IntStream.range(0, 10).mapToObj(i -> i < 8 ? hit : miss).toList();
    LocalizationSummary summary = LocalizationSummary.of("x", images);
    assertThat(summary.hits()).isEqualTo(8);
    assertThat(summary.found().iou()).isCloseTo(0.8, within(1e-12));
    assertThat(summary.hitsLow()).isCloseTo(0.4901625, within(1e-6));
    assertThat(summary.hitsHigh()).isCloseTo(0.9433178, within(1e-6));
    LocalizationSummary all = LocalizationSummary.of("x", List.of(hit, hit));
    assertThat(all.hitsHigh()).isEqualTo(1);
    assertThat(LocalizationSummary.of("x", List.of(miss)).hitsLow()).isZero();
  }
}
