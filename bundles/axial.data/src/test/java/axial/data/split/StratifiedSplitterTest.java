package axial.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Split;
import axial.job.Draws;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StratifiedSplitterTest {

  private final StratifiedSplitter splitter = new StratifiedSplitter();
  private final MadeUpSamples samples = new MadeUpSamples();

  private void add(int count, int label, String group) {
    samples.add(count, label, group);
  }

  private Split split(long seed, String... settings) {
    Map<String, String> chosen =
        settings.length == 0
            ? Map.of()
            : Map.of("train", settings[0], "validation", settings[1], "test", settings[2]);
    return splitter.split(
        samples.distinct(), Settings.of("stratified", splitter.settings(), chosen), new Seed(seed));
  }

  private static List<int[]> counts(Split split) {
    List<int[]> counts = new ArrayList<>();
    for (Split.Part part : Split.Part.values()) {
      counts.add(split.countsByClass(part, 2));
    }
    return counts;
  }

  @Test
  void eachClassIsSplitInTheWantedShares() {
    add(87, 0, "");
    add(141, 1, "");
    assertThat(counts(split(1)))
        .containsExactly(new int[] {70, 113}, new int[] {4, 7}, new int[] {13, 21});
  }

  @Test
  void theSeedAloneDecides() {
    add(40, 0, "");
    add(40, 1, "");
    assertThat(split(5)).isEqualTo(split(5));
    assertThat(split(5).test()).isNotEqualTo(split(6).test());
  }

  @Test
  void partsKeepTheOrderOfTheDataSet() {
    add(40, 0, "");
    add(40, 1, "");
    assertThat(split(3).train())
        .isSortedAccordingTo((a, b) -> samples.list().indexOf(a) - samples.list().indexOf(b));
  }

  @Test
  void groupsStayWholeAndSharesStayNear() {
    for (int p = 0; p < 96; p++) {
      add(3, p % 2, "patient " + p);
    }
    for (int seed = 0; seed < 20; seed++) {
      List<int[]> counts = counts(split(seed));
      for (int label = 0; label < 2; label++) {
        assertThat(counts.get(0)[label]).isBetween(112, 118);
        assertThat(counts.get(1)[label]).isBetween(6, 9);
        assertThat(counts.get(2)[label]).isBetween(20, 24);
      }
    }
  }

  @Test
  void aLargeGroupGoesToTheTrainingPart() {
    add(60, 0, "large");
    add(40, 0, "");
    add(100, 1, "");
    assertThat(split(1).train()).filteredOn(s -> s.group().equals("large")).hasSize(60);
    assertThat(counts(split(1)).get(1)[0]).isEqualTo(5);
  }

  @Test
  void threeGroupsOfAClassAreEnough() {
    add(20, 0, "a");
    add(15, 0, "b");
    add(10, 0, "c");
    add(30, 1, "");
    assertThat(counts(split(1)))
        .containsExactly(new int[] {20, 24}, new int[] {10, 2}, new int[] {15, 4});
  }

  @Test
  void groupsOfSeveralClassesNeverLeakAndNeverStarveAPart() {
    Draws draws = new Seed(12).draws();
    for (int round = 0; round < 200; round++) {
      samples.list().clear();
      int groups = 12 + draws.below(30);
      for (int g = 0; g < groups; g++) {
        add(1 + draws.below(6), draws.below(2), "g" + g);
        add(draws.below(4), draws.below(2), "g" + g);
      }
      Split split = split(round);
      assertThat(split.train().size() + split.validation().size() + split.test().size())
          .isEqualTo(samples.list().size());
      counts(split).forEach(part -> assertThat(part).doesNotContain(0));
    }
  }

  @Test
  void tooFewImagesAreAProblemThatNamesClassAndCount() {
    add(2, 0, "");
    add(30, 1, "");
    assertThatThrownBy(() -> split(1))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.INPUT))
        .hasMessageContaining(
            "Cannot split 2 images of class \"no\" into 80/5/15: the test part would have none.");
  }

  @Test
  void tooFewGroupsAreAProblemThatSaysSo() {
    add(50, 0, "no");
    add(50, 1, "yes");
    assertThatThrownBy(() -> split(1))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("50 images of class \"no\" in 1 group")
        .hasMessageContaining("three groups");
  }

  @Test
  void theSharesThatItAimsAtAreTold() {
    Settings settings = Settings.defaults("stratified", splitter.settings());
    assertThat(splitter.wanted(settings).map(Object::toString)).contains("80/5/15");
  }

  @Test
  void sharesThatDoNotAddUpAreRefused() {
    add(30, 0, "");
    add(30, 1, "");
    assertThatThrownBy(() -> split(1, "0.8", "0.1", "0.2"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("add up to 1.1000");
    assertThat(counts(split(1, "0.6", "0.2", "0.2")).get(1)).containsExactly(6, 6);
  }
}
