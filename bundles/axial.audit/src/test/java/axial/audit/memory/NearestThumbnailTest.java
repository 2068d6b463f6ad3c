package axial.audit.memory;

import static axial.audit.DrawnData.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.audit.DrawnData;
import axial.audit.MeanThumbnails;
import axial.data.Memoriser;
import axial.data.PixelReader;
import axial.data.Sample;
import axial.job.CancelledException;
import axial.job.Draws;
import axial.job.Progress;
import axial.job.Seed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NearestThumbnailTest {

  private final Memoriser memoriser = new NearestThumbnail(new MeanThumbnails());
  private final DrawnData data = new DrawnData();

  private Sample draw(String source, int label, int grey) {
    return draw(source, label, grey, source);
  }

  private Sample draw(String source, int label, int grey, String group) {
    data.add(source, label, group, Map.of(), noise(32, 32, grey, 0, 1));
    return data.samples().get(data.samples().size() - 1);
  }

  @Test
  void anImageGetsTheClassOfTheMostSimilarKnownOne() {
    List<Sample> known = List.of(draw("dark", 0, 40), draw("bright", 1, 200));
    List<Sample> test = List.of(draw("a", 1, 60), draw("b", 0, 190), draw("c", 0, 119));
    assertThat(memoriser.recall(known, test, data, Progress.none())).containsExactly(0, 1, 0);
  }

  @Test
  void theFirstOfTwoEquallyNearOnesAnswers() {
    List<Sample> test = List.of(draw("test", 0, 100));
    Sample below = draw("below", 0, 90);
    Sample above = draw("above", 1, 110);
    assertThat(memoriser.recall(List.of(above, below), test, data, Progress.none()))
        .containsExactly(1);
    assertThat(memoriser.recall(List.of(below, above), test, data, Progress.none()))
        .containsExactly(0);
  }

  @Test
  void askedAmongOthersAnImageIsNotComparedWithItself() {
    List<Sample> all = List.of(draw("a", 0, 10), draw("b", 1, 20), draw("c", 0, 200));
    assertThat(memoriser.recall(all, all, data, Progress.none())).containsExactly(0, 1, 0);
    assertThat(memoriser.recallFromOthers(all, all, Sample::source, data, Progress.none()))
        .containsExactly(1, 0, 1);
  }

  @Test
  void aWholePatientCanBeLeftOut() {
    List<Sample> all =
        List.of(
            draw("a1", 0, 10, "a"), draw("a2", 0, 11, "a"),
            draw("b1", 1, 30, "b"), draw("b2", 1, 31, "b"));
    assertThat(memoriser.recallFromOthers(all, all, Sample::source, data, Progress.none()))
        .containsExactly(0, 0, 1, 1);
    assertThat(memoriser.recallFromOthers(all, all, Sample::group, data, Progress.none()))
        .containsExactly(1, 1, 0, 0);
  }

  @Test
  void itAnswersAsAMemoriserThatIsAskedUnitByUnit() {
    Draws draws = new Seed(5).draws();
    for (int i = 0; i < 60; i++) {
      data.add("p" + i, draws.below(2), "g" + i / 3, Map.of(), noise(32, 32, 100, 60, i));
    }
    List<Sample> all = data.samples();
    Memoriser plain =
        new Memoriser() {
          @Override
          public int[] recall(
              List<Sample> known, List<Sample> test, PixelReader pixels, Progress progress) {
            return memoriser.recall(known, test, pixels, progress);
          }
        };
    assertThat(memoriser.recallFromOthers(all, all, Sample::group, data, Progress.none()))
        .isEqualTo(plain.recallFromOthers(all, all, Sample::group, data, Progress.none()));
  }

  @Test
  void whatCannotBeAnsweredIsRefused() {
    Sample one = draw("one", 0, 10);
    assertThatThrownBy(() -> memoriser.recall(List.of(), List.of(one), data, Progress.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
    assertThatThrownBy(
            () ->
                memoriser.recallFromOthers(
                    List.of(one), List.of(one), Sample::source, data, Progress.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one");
  }

  @Test
  void itEndsWhenItIsCancelled() {
    List<Sample> all = List.of(draw("a", 0, 10), draw("b", 1, 20));
    assertThatThrownBy(() -> memoriser.recall(all, all, data, Progress.cancelledWhen(() -> true)))
        .isInstanceOf(CancelledException.class);
  }
}
