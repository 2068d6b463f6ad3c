package axial.workbench.data.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Dataset;
import axial.data.Distinction;
import axial.data.Sample;
import axial.job.Progress;
import axial.run.RunRequest;
import axial.workbench.data.work.MadeUp;
import axial.workbench.data.work.Marks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewTest {

  private final Dataset data = MadeUp.dataset(12);
  private final Review review =
      Review.of(
          new MadeUp(12)
              .deduplicate(new RunRequest("", MadeUp.ADDRESS, Map.of()), data, Progress.none())
              .duplicates());

  @Test
  void groupsThatDisagreeAboutTheClassComeFirst() {
    assertThat(review.groups()).hasSize(2);
    Review.Item first = review.groups().get(0);
    assertThat(Review.kind(first, Marks.NONE)).contains("classes disagree");
    assertThat(fate(first, 0, Marks.NONE)).isEqualTo(Review.Fate.UNDECIDED);
  }

  @Test
  void neighboursOfOneSeriesStandApart() {
    assertThat(review.series()).hasSize(1);
    assertThat(Review.kind(review.series().get(0), Marks.NONE)).contains("not duplicates");
  }

  @Test
  void eachGroupHasThePairsOfItsOwn() {
    assertThat(review.groups().get(1).pairs())
        .extracting(pair -> pair.relation())
        .containsExactly("mirrored");
  }

  @Test
  void theKeptOneStaysAndWithoutOneTheFirst() {
    Review.Item group = review.groups().get(1);
    assertThat(fate(group, 0, Marks.NONE)).isEqualTo(Review.Fate.STAYS);
    Marks kept = new Marks(Set.of(), Map.of(), Set.of("scan-000002.png"), Set.of());
    assertThat(fate(group, 0, kept)).isEqualTo(Review.Fate.GOES);
    assertThat(fate(group, 1, kept)).isEqualTo(Review.Fate.STAYS);
    Marks excluded = new Marks(Set.of("scan-000000.png"), Map.of(), Set.of(), Set.of());
    assertThat(fate(group, 0, excluded)).isEqualTo(Review.Fate.EXCLUDED);
    assertThat(fate(group, 1, excluded)).isEqualTo(Review.Fate.STAYS);
  }

  @Test
  void whatIsToldApartBothStaysAndIsShownLast() {
    Review.Item crossing = review.groups().get(0);
    List<Sample> both = crossing.samples();
    Distinction distinction = new Distinction(both.get(0).id(), both.get(1).id());
    Marks apart = new Marks(Set.of(), Map.of(), Set.of(), Set.of(distinction));
    assertThat(fate(crossing, 0, apart)).isEqualTo(Review.Fate.DISTINCT);
    assertThat(fate(crossing, 1, apart)).isEqualTo(Review.Fate.DISTINCT);
    assertThat(Review.kind(crossing, apart)).contains("different pictures, as you said");
    Review again =
        Review.of(
            new MadeUp(12)
                .deduplicate(new RunRequest("", MadeUp.ADDRESS, Map.of()), data, Progress.none())
                .duplicates()
                .apart(Set.of(distinction)));
    assertThat(again.groups()).hasSize(2);
    assertThat(again.groups().get(1).samples()).isEqualTo(both);
    assertThat(fate(again.groups().get(1), 0, apart)).isEqualTo(Review.Fate.DISTINCT);
    assertThat(fate(again.groups().get(1), 0, Marks.NONE)).isEqualTo(Review.Fate.UNDECIDED);
  }

  private static Review.Fate fate(Review.Item item, int index, Marks marks) {
    Sample sample = item.samples().get(index);
    return Review.fate(sample, item, marks);
  }
}
