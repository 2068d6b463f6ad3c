package axial.explain;

import static org.assertj.core.api.Assertions.assertThat;

import axial.explain.Explanation.Weight;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An image of 5 x 5: region 1 is the square of 3 x 3 in the middle, 2 the last pixel. */
class MarksTest {

  private static final Regions REGIONS =
      new Regions(
          5,
          5,
          IntStream.range(0, 25)
              .map(p -> p == 24 ? 2 : p % 5 % 4 > 0 && p / 5 % 4 > 0 ? 1 : 0)
              .toArray());

  private static final Explanation EXPLANATION =
      new Explanation(
          "x",
          1,
          0.9,
          REGIONS,
          List.of(new Weight(2, -0.9), new Weight(1, 0.5), new Weight(0, 0.1)),
          Map.of());

  private static String picture(java.util.function.IntPredicate pixel) {
    return IntStream.range(0, 25)
        .mapToObj(p -> (pixel.test(p) ? "#" : ".") + (p % 5 == 4 ? "\n" : ""))
        .collect(Collectors.joining());
  }

  @Test
  void thoseThatSpeakForAreFilteredBeforeTheyAreCounted() {
    Marks marks = Marks.speakingFor(EXPLANATION, 1);
    assertThat(picture(p -> marks.at(p / 5, p % 5) == 1))
        .isEqualTo(".....\n.###.\n.###.\n.###.\n.....\n");
    assertThat(picture(p -> marks.at(p / 5, p % 5) == -1)).doesNotContain("#");
  }

  @Test
  void theStrongestAreCountedWhicheverWayTheySpeak() {
    Marks marks = Marks.strongest(EXPLANATION, 2);
    assertThat(picture(p -> marks.at(p / 5, p % 5) == 1)).contains(".###.");
    assertThat(picture(p -> marks.at(p / 5, p % 5) == -1))
        .isEqualTo(".....\n.....\n.....\n.....\n....#\n");
  }

  @Test
  void theLineIsThickerLeftAndRight() {
    Marks marks = Marks.speakingFor(EXPLANATION, 1);
    assertThat(picture(p -> marks.border(p / 5, p % 5)))
        .isEqualTo(".###.\n##.##\n##.##\n##.##\n.###.\n");
  }
}
