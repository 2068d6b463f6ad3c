package axial.workbench.data.work;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Curation;
import axial.data.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarksTest {

  private final Found found = Found.of(MadeUp.ADDRESS, "source", Map.of(), MadeUp.dataset(6));
  private final List<Sample> samples = found.dataset().samples();

  @Test
  void anEditOfAMovedImageIsAboutItsContent() {
    Curation.Edit moved =
        new Curation.Edit("id000002", "old/place.png", Curation.Action.EXCLUDE, "", "");
    Marks marks = Marks.of(found, new Curation(List.of(moved)));
    assertThat(marks.excluded()).containsExactly("scan-000002.png");
    Curation back =
        Marks.removing(
            found, new Curation(List.of(moved)), List.of(samples.get(2)), Curation.Action.EXCLUDE);
    assertThat(back.edits()).isEmpty();
  }

  @Test
  void theClassThatWasFoundNeedsNoEdit() {
    Curation to = Marks.relabelling(found, Curation.none(), samples.subList(0, 2), 1);
    assertThat(to.edits()).extracting(Curation.Edit::source).containsExactly("scan-000000.png");
    assertThat(Marks.relabelling(found, to, samples.subList(0, 1), 0).edits()).isEmpty();
  }

  @Test
  void thousandsAreExcludedAtOnce() {
    Found many = Found.of(MadeUp.ADDRESS, "source", Map.of(), MadeUp.dataset(20_000));
    Curation all = Marks.excluding(Curation.none(), many.dataset().samples(), "");
    assertThat(Marks.of(many, all).excluded()).hasSize(20_000);
  }
}
