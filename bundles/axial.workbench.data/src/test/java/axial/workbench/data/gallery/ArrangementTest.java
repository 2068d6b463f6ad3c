package axial.workbench.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Sample;
import axial.data.Split;
import axial.workbench.data.work.MadeUp;
import axial.workbench.data.work.Marks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrangementTest {

  private static final List<Sample> SAMPLES = MadeUp.dataset(6).samples();
  private static final Marks MARKS =
      new Marks(Set.of("scan-000001.png"), Map.of("scan-000002.png", 1), Set.of(), Set.of());

  @Test
  void allAreShownByName() {
    assertThat(of(Arrangement.ALL)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void classesAreThoseAfterTheEdits() {
    assertThat(of(with("", Optional.of(1), Map.of(), Arrangement.State.ALL)))
        .containsExactly(1, 2, 3, 5);
  }

  @Test
  void excludedAndRelabelledImagesCanBeShownAlone() {
    assertThat(of(with("", Optional.empty(), Map.of(), Arrangement.State.EXCLUDED)))
        .containsExactly(1);
    assertThat(of(with("", Optional.empty(), Map.of(), Arrangement.State.RELABELLED)))
        .containsExactly(2);
    assertThat(of(with("", Optional.empty(), Map.of(), Arrangement.State.KEPT)))
        .containsExactly(0, 2, 3, 4, 5);
  }

  @Test
  void namesMatchInWhateverCaseAndAttributesExactly() {
    assertThat(of(with("N-000004", Optional.empty(), Map.of(), Arrangement.State.ALL)))
        .containsExactly(4);
    assertThat(of(with("", Optional.empty(), Map.of("plane", "axial"), Arrangement.State.ALL)))
        .containsExactly(0, 3);
    assertThat(
            of(
                with(
                    "",
                    Optional.empty(),
                    Map.of(Arrangement.SIZE, "10 \u00d7 10"),
                    Arrangement.State.ALL)))
        .containsExactly(0, 5);
  }

  @Test
  void partsAreThoseOfTheSplit() {
    Arrangement test =
        new Arrangement(
            "",
            Optional.empty(),
            Optional.of(Split.Part.TEST),
            Map.of(),
            Arrangement.State.ALL,
            Arrangement.Order.NAME);
    assertThat(test.of(SAMPLES, MARKS, Map.of("scan-000003.png", Split.Part.TEST), () -> false))
        .containsExactly(3);
  }

  @Test
  void theyAreSortedByClassAndBySize() {
    assertThat(of(sorted(Arrangement.Order.CLASS))).containsExactly(0, 4, 1, 2, 3, 5);
    assertThat(of(sorted(Arrangement.Order.SIZE))).startsWith(4, 3, 2, 1);
  }

  private static Arrangement sorted(Arrangement.Order order) {
    return new Arrangement(
        "", Optional.empty(), Optional.empty(), Map.of(), Arrangement.State.ALL, order);
  }

  private static Arrangement with(
      String text,
      Optional<Integer> label,
      Map<String, String> attributes,
      Arrangement.State state) {
    return new Arrangement(
        text, label, Optional.empty(), attributes, state, Arrangement.Order.NAME);
  }

  private static int[] of(Arrangement arrangement) {
    return arrangement.of(SAMPLES, MARKS, Map.of(), () -> false);
  }
}
