package axial.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.job.Problem;
import axial.job.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRangesTest {

  private static String group(String setting, String source) {
    return Grouping.of(setting).of(List.of(source)).bySource().getOrDefault(source, "alone");
  }

  @ParameterizedTest
  @CsvSource({
    "glioma/gg (1).jpg,       glioma/gg (1-5",
    "glioma/gg (5).jpg,       glioma/gg (1-5",
    "glioma/gg (6).jpg,       glioma/gg (6-10",
    "glioma/gg (0005).jpg,    glioma/gg (1-5",
    "glioma/m2 (7).jpg,       glioma/m2 (6-10",
    "a b/p 3 (11).JPG,        a b/p 3 (11-15",
    "no/slice12a.png,         no/slice11-15",
    "x/7.jpg,                 x/6-10",
    "x/0.jpg,                 x/0-0",
    "no/plain.jpg,            alone",
    "12/plain.jpg,            alone",
    "x/plain.jp2,             alone",
    "x/99999999999999999999999999.jpg, x/99999999999999999999999996-100000000000000000000000000",
  })
  void neighboursByTheLastNumberOfTheirNamesAreTogether(String source, String group) {
    assertThat(group("range:5", source)).isEqualTo(group);
  }

  @Test
  void folderAndTextBeforeTheNumberKeepRunsApart() {
    assertThat(
            Grouping.of("range:10")
                .of(List.of("a/p (1).jpg", "b/p (1).jpg", "a/q (1).jpg", "a/p (9).png"))
                .bySource()
                .values())
        .doesNotContain("alone")
        .hasSize(4)
        .satisfies(groups -> assertThat(groups.stream().distinct()).hasSize(3));
  }

  @Test
  void imagesWithoutANumberAreToldWithTheirCount() {
    assertThat(Grouping.of("range:5").of(List.of("a/1.jpg", "a/b.jpg", "a/c.jpg")).notes())
        .containsExactly(
            "A number is in the names of 1 of 3 images; each of the others counts as a group of its"
                + " own.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"range:", "range:0", "range:-5", "range:5.5", "range:99999999999", "range:x"})
  void aRunOfNoLengthIsRefused(String setting) {
    assertThatThrownBy(() -> Grouping.of(setting))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.USAGE))
        .hasMessageContaining(setting)
        .hasMessageContaining("range:5");
  }
}
