package axial.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Sample;
import axial.data.Split;
import axial.job.Draws;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KFoldSplitterTest {

  private final KFoldSplitter splitter = new KFoldSplitter();
  private final MadeUpSamples samples = new MadeUpSamples();

  private Split split(int folds, int fold, long seed) {
    Map<String, String> chosen =
        Map.of("folds", Integer.toString(folds), "fold", Integer.toString(fold));
    return splitter.split(
        samples.distinct(), Settings.of("kfold", splitter.settings(), chosen), new Seed(seed));
  }

  private void addUnevenGroups(int groups, long seed) {
    Draws draws = new Seed(seed).draws();
    for (int g = 0; g < groups; g++) {
      samples.add(1 + draws.below(9), draws.below(2), "g" + g);
      samples.add(draws.below(3), draws.below(2), "g" + g);
    }
  }

  @Test
  void everySampleIsTestedOnceOverAllFolds() {
    addUnevenGroups(60, 3);
    for (int folds : List.of(2, 3, 5, 10)) {
      List<Sample> tested = new ArrayList<>();
      for (int fold = 1; fold <= folds; fold++) {
        Split split = split(folds, fold, 7);
        tested.addAll(split.test());
        assertThat(split.train().size() + split.validation().size() + split.test().size())
            .isEqualTo(samples.list().size());
      }
      assertThat(tested).containsExactlyInAnyOrderElementsOf(samples.list());
    }
  }

  @Test
  void groupsStayWholeOverAllFolds() {
    addUnevenGroups(60, 4);
    Set<String> seen = new HashSet<>();
    for (int fold = 1; fold <= 5; fold++) {
      Set<String> own = new HashSet<>();
      split(5, fold, 1).test().forEach(s -> own.add(s.group()));
      assertThat(seen).doesNotContainAnyElementsOf(own);
      seen.addAll(own);
    }
  }

  @Test
  void foldsAreEvenInEachClassAndValidationIsATenthOfTheRest() {
    samples.add(100, 0, "");
    samples.add(50, 1, "");
    for (int fold = 1; fold <= 5; fold++) {
      Split split = split(5, fold, 1);
      assertThat(split.countsByClass(Split.Part.TEST, 2)).containsExactly(20, 10);
      assertThat(split.countsByClass(Split.Part.VALIDATION, 2)).containsExactly(8, 4);
    }
  }

  @Test
  void theSeedDecidesAndTheFoldIsThatOfTheNumber() {
    addUnevenGroups(40, 5);
    assertThat(split(5, 2, 1)).isEqualTo(split(5, 2, 1)).isNotEqualTo(split(5, 3, 1));
    assertThat(split(5, 2, 1).test()).isNotEqualTo(split(5, 2, 2).test());
  }

  @Test
  void whatCannotBeFoldedIsToldWithClassAndCount() {
    samples.add(30, 0, "");
    samples.add(30, 1, "one");
    samples.add(5, 1, "two");
    assertThatThrownBy(() -> split(5, 1, 1))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.INPUT))
        .hasMessageContaining("35 images of class \"yes\" in 2 groups into 5 folds")
        .hasMessageContaining("at least 5 groups");
    assertThatThrownBy(() -> split(3, 4, 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no fold 4 of 3");
  }

  @Test
  void theSharesThatItAimsAtAreTold() {
    Settings settings = Settings.defaults("kfold", splitter.settings());
    assertThat(splitter.wanted(settings).map(Object::toString)).contains("72/8/20");
  }
}
