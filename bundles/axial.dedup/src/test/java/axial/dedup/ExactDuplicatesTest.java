package axial.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.data.Dataset;
import axial.data.DistinctSamples;
import axial.data.DuplicateGroup;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.folder.FolderSource;
import axial.job.CancelledException;
import axial.job.Progress;
import axial.job.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExactDuplicatesTest {

  private static final PixelReader NO_PIXELS =
      new PixelReader() {
        @Override
        public Pixels read(Sample sample) {
          throw new IllegalStateException("Content ids are enough.");
        }

        @Override
        public Optional<Pixels> mask(Sample sample) {
          return Optional.empty();
        }
      };

  private final ExactDuplicates finder = new ExactDuplicates();
  private final Settings none = Settings.defaults("exact", finder.settings());

  private static Sample sample(String source, int label, String content) {
    return new Sample(content, source, label, source, Map.of());
  }

  private static Dataset dataset(Sample... samples) {
    return new Dataset(
        "d",
        "d",
        new Labels(List.of("no", "yes"), 1),
        List.of(samples),
        List.of(),
        List.of(),
        NO_PIXELS);
  }

  @Test
  void equalContentIsFoundAcrossClassesInTheOrderOfTheDataSet() {
    Dataset dataset =
        dataset(
            sample("a", 0, "x"),
            sample("b", 0, "y"),
            sample("c", 0, "z"),
            sample("d", 1, "y"),
            sample("e", 0, "x"),
            sample("f", 0, "x"));
    List<DuplicateGroup> groups = finder.find(dataset, none, Progress.none()).groups();
    assertThat(groups)
        .extracting(group -> group.samples().stream().map(Sample::source).toList())
        .containsExactly(List.of("a", "e", "f"), List.of("b", "d"));
    assertThat(groups).extracting(DuplicateGroup::crossesClasses).containsExactly(false, true);
    assertThat(DistinctSamples.of(dataset, groups).samples())
        .extracting(Sample::source)
        .containsExactly("a", "c");
  }

  @Test
  void cancelEndsTheSearch() {
    assertThatThrownBy(
            () ->
                finder.find(dataset(sample("a", 0, "x")), none, Progress.cancelledWhen(() -> true)))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  @Tag("shared")
  void the253SlicesHold22GroupsAnd228Remain() {
    Path folder = Path.of(System.getProperty("axial.shared", "../shared"), "data", "kaggle-2018");
    assumeTrue(Files.isDirectory(folder), "skipped: there is no data at " + folder);
    FolderSource source = new FolderSource();
    Dataset dataset =
        source.open(
            folder.toString(), Settings.defaults("folder", source.settings()), Progress.none());
    List<DuplicateGroup> groups = finder.find(dataset, none, Progress.none()).groups();
    DistinctSamples distinct = DistinctSamples.of(dataset, groups);
    assertThat(groups).hasSize(22).noneMatch(DuplicateGroup::crossesClasses);
    assertThat(distinct.removed()).hasSize(25);
    assertThat(distinct.samples()).hasSize(228);
  }
}
