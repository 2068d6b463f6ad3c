package axial.run.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Shape;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.explain.Localization;
import axial.explain.Regions;
import axial.job.Seed;
import axial.run.ExplainedSample;
import axial.run.PredictedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationFolderTest {

  private static final Labels LABELS = new Labels(List.of("no", "yes, \"sure\""), 1);

  @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void open() {
    run = new RunFolder(folder);
  }

  private void write(ExplainedSample other) {
    run.writeExplanation(other, OptionalInt.empty(), false);
  }

  private static ExplainedSample with(
      ExplainedSample of, Map<String, String> settings, OptionalLong seed) {
    return new ExplainedSample(
        of.sample(),
        of.image(),
        of.predicted(),
        of.explanation(),
        settings,
        of.mask(),
        of.localization(),
        of.predictedBy(),
        seed);
  }

  private static ExplainedSample explained(boolean scored) {
    Regions regions = new Regions(2, 2, new int[] {0, 0, 1, 1});
    Explanation explanation =
        new Explanation(
            "lime",
            1,
            0.9,
            regions,
            List.of(new Weight(1, 0.5), new Weight(0, -0.25)),
            Map.of("r2", 0.75),
            List.of("A note."));
    Localization localization =
        Localization.of(explanation, new boolean[] {false, false, true, true}, new Seed(1));
    return new ExplainedSample(
        new Sample("abcdef", "yes/a, b.png", 1, "a", Map.of()),
        new Image(new Shape(2, 2, 1), new float[] {0, 0.2f, 0.4f, 1}),
        1,
        explanation,
        Map.of("num-samples", "300"),
        Optional.empty(),
        scored ? Optional.of(localization) : Optional.empty(),
        new PredictedBy(Map.of("onnx", 301L)));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    run.writeExplanation(explained(true), OptionalInt.empty(), true);
    ExplainedSample read = run.explanations().get(0);
    assertThat(read.settings()).containsExactly(Map.entry("num-samples", "300"));
    assertThat(read.localization()).isEqualTo(explained(true).localization());
    assertThat(read.explanation().notes()).containsExactly("A note.");
    assertThat(read.explanation().weights()).isEqualTo(explained(true).explanation().weights());
  }

  @Test
  void anExplanationOfBeforeSettingsWereKeptIsRead() throws IOException {
    run.writeExplanation(explained(false), OptionalInt.empty(), true);
    Path file = folder.resolve("explanations/lime-abcdef/explanation.json");
    String old =
        Files.readString(file)
            .replaceFirst("(?s),\\s*\"settings\" : \\{.*\\},\\s*\"localization\" : null", "");
    assertThat(old).doesNotContain("settings", "localization");
    Files.writeString(file, old);
    ExplainedSample read = run.explanations().get(0);
    assertThat(read.settings()).isEmpty();
    assertThat(read.localization()).isEmpty();
  }

  @Test
  void picturesShowWhatSpeaksForAndAgainst() {
    run.writeExplanation(explained(false), OptionalInt.empty(), true);
    assertThat(folder.resolve("explanations/lime-abcdef"))
        .isDirectoryContaining("glob:**/for-and-against.png")
        .isDirectoryContaining("glob:**/boundaries.png");
  }

  @Test
  void explanationsByOtherSettingsOrSeedsAreKeptBesideTheUsualOne() {
    ExplainedSample usual = explained(false);
    run.writeExplanation(usual, OptionalInt.empty(), true);
    write(with(usual, Map.of("num-samples", "50"), OptionalLong.empty()));
    write(with(usual, usual.settings(), OptionalLong.of(7)));
    write(with(usual, usual.settings(), OptionalLong.of(7)));
    assertThat(run.explanations(OptionalInt.empty(), sample -> sample.id().equals("abcdef")))
        .extracting(each -> each.settings().get("num-samples"), ExplainedSample::seed)
        .containsExactlyInAnyOrder(
            tuple("300", OptionalLong.empty()),
            tuple("50", OptionalLong.empty()),
            tuple("300", OptionalLong.of(7)));
    assertThat(run.explanations(OptionalInt.empty(), sample -> false)).isEmpty();
    assertThat(run.explanations(OptionalInt.of(3), sample -> true)).isEmpty();
  }

  @Test
  void theScoresAreATable() throws IOException {
    run.writeLocalization(List.of(explained(true), explained(false)), LABELS, OptionalInt.empty());
    List<String> lines = Files.readAllLines(folder.resolve("localization.csv"));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("explainer,id,source,class,hit,iou,share,random_hit");
    assertThat(lines.get(1))
        .startsWith("lime,abcdef,\"yes/a, b.png\",\"yes, \"\"sure\"\"\",1.0,1.0,1.0,")
        .endsWith(",0.5");
  }
}
