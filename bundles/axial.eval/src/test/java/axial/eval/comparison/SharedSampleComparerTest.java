package axial.eval.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Labels;
import axial.data.Sample;
import axial.eval.Comparison;
import axial.eval.Comparison.Difference;
import axial.eval.Estimate;
import axial.eval.Prediction;
import axial.eval.PredictionComparer.Contender;
import axial.eval.Predictions;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SharedSampleComparerTest {

  private static final Labels TWO = new Labels(List.of("no", "yes"), 1);

  private static Contender contender(
      String name, int from, int to, IntToDoubleFunction probability) {
    List<Prediction> list = new ArrayList<>();
    Map<String, Sample> samples = new HashMap<>();
    for (int i = from; i < to; i++) {
      double p = probability.applyAsDouble(i);
      String source = name + "/" + i;
      list.add(new Prediction("content" + i, source, i % 2, new double[] {1 - p, p}));
      samples.put(source, new Sample("content" + i, source, i % 2, "patient " + i / 4, Map.of()));
    }
    return new Contender(name, new Predictions(TWO, list), samples);
  }

  /** Right but for every {@code nth} image. */
  private static IntToDoubleFunction wrongEvery(int nth) {
    return i -> {
      double right = 0.55 + 0.4 * (i * 13 % 17) / 17;
      boolean yes = i % 2 == 1;
      return (i % nth == 0) == yes ? 1 - right : right;
    };
  }

  private static Difference difference(Contender first, Contender second) {
    return new SharedSampleComparer()
        .compare(List.of(first, second), new Seed(1))
        .differences()
        .get(0);
  }

  @Test
  void aClearlyBetterModelIsFoundBetterByEveryTest() {
    Comparison comparison =
        new SharedSampleComparer()
            .compare(
                List.of(
                    contender("a", 0, 200, wrongEvery(3)), contender("b", 0, 200, wrongEvery(20))),
                new Seed(1));
    assertThat(comparison.standings())
        .extracting(Comparison.Standing::name, Comparison.Standing::images)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", 200),
            org.assertj.core.groups.Tuple.tuple("b", 200));
    Difference difference = comparison.differences().get(0);
    assertThat(difference.shared()).isEqualTo(200);
    assertThat(difference.mcNemar().orElseThrow().exactP()).isLessThan(1e-6);
    assertThat(difference.deLongP().orElseThrow()).isLessThan(1e-3);
    assertThat(difference.figures().get("balanced_accuracy").low()).isPositive();
    assertThat(difference.figures().get("roc_auc").low()).isPositive();
    assertThat(difference.notes()).isEmpty();
  }

  @Test
  void aModelDoesNotDifferFromItself() {
    Difference difference =
        difference(contender("a", 0, 60, wrongEvery(5)), contender("b", 0, 60, wrongEvery(5)));
    assertThat(difference.mcNemar().orElseThrow().exactP()).isEqualTo(1);
    assertThat(difference.deLongP()).isEmpty();
    assertThat(difference.figures().get("balanced_accuracy")).isEqualTo(new Estimate(0, 0, 0));
    assertThat(difference.notes()).singleElement().asString().contains("DeLong");
  }

  @Test
  void onlyImagesThatBothTestedCountWhateverTheirNamesAre() {
    Difference difference =
        difference(contender("a", 0, 100, wrongEvery(5)), contender("b", 60, 200, wrongEvery(7)));
    assertThat(difference.shared()).isEqualTo(40);
    assertThat(difference.notes())
        .singleElement()
        .isEqualTo("The tests are on the 40 images that are in both test parts, of 100 and 140.");
  }

  @Test
  void noTestIsMadeOnAHandfulOfImages() {
    Difference few =
        difference(contender("a", 0, 100, wrongEvery(5)), contender("b", 94, 200, wrongEvery(7)));
    assertThat(few.mcNemar()).isEmpty();
    assertThat(few.figures()).isEmpty();
    assertThat(few.notes())
        .containsExactly("Only 6 images are in both test parts: too few for a test.");
    assertThat(
            difference(contender("a", 0, 50, wrongEvery(5)), contender("b", 50, 99, wrongEvery(5)))
                .notes())
        .containsExactly("No image is in both test parts, so no test can be made.");
  }

  @Test
  void imagesWhoseTruthIsDisputedAreLeftOut() {
    Contender a = contender("a", 0, 50, wrongEvery(5));
    Contender b = contender("b", 0, 50, wrongEvery(7));
    List<Prediction> list = new ArrayList<>(b.test().list());
    Prediction first = list.get(0);
    list.set(0, new Prediction(first.id(), first.source(), 1, first.probabilities()));
    Difference difference =
        difference(a, new Contender("b", new Predictions(TWO, list), b.samples()));
    assertThat(difference.shared()).isEqualTo(49);
    assertThat(difference.notes().get(0)).contains("1 have another true class");
  }

  @Test
  void modelsOfDifferentClassesAreShownButNotTested() {
    Contender a = contender("a", 0, 50, wrongEvery(5));
    Predictions swapped =
        new Predictions(new Labels(List.of("healthy", "tumour"), 1), a.test().list());
    Difference difference = difference(a, new Contender("b", swapped, Map.of()));
    assertThat(difference.shared()).isZero();
    assertThat(difference.notes())
        .containsExactly("a tells no, yes apart and b healthy, tumour: there is nothing to test.");
  }
}
