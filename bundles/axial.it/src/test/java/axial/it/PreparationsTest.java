package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Dataset;
import axial.data.SimilarPair;
import axial.data.Split;
import axial.job.CancelledException;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.Deduplicated;
import axial.run.Preparations;
import axial.run.Prepared;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data is made ready without a training, and a run of the same request has the same data. */
class PreparationsTest {

  private static final Map<String, String> SET =
      Map.of(
          "phantom.patients", "24",
          "phantom.slices", "1",
          "stratified.train", "0.5",
          "stratified.validation", "0.25",
          "stratified.test", "0.25",
          "run.input", "16x16x1",
          "run.seed", "7",
          "run.explain", "0",
          "run.explainers", "none",
          "train.epochs", "1");

  @TempDir static Path temp;

  private static Axial axial;
  private static Preparations preparations;

  @BeforeAll
  static void start() throws Exception {
    axial = Axial.start(temp);
    preparations = axial.service(Preparations.class);
  }

  @AfterAll
  static void stop() throws Exception {
    axial.close();
  }

  private static RunRequest request(Map<String, String> extra) {
    Map<String, String> set = new HashMap<>(SET);
    set.putAll(extra);
    return new RunRequest("compact", "phantom", set);
  }

  @Test
  void theSplitIsThatOfARunOfTheSameRequest() throws Exception {
    RunRequest request = request(Map.of());
    Prepared prepared = preparations.prepare(request, Progress.none());
    Runs runs = axial.service(Runs.class);
    RunRecord run =
        runs.run(
            runs.specify(request),
            Optional.of(Files.createTempDirectory(temp, "run").resolve("it")),
            SmallRuns.DEAF,
            Progress.none());
    RunRecord.DataRecord data = run.data().orElseThrow();
    assertThat(run.split()).contains(prepared.split());
    assertThat(data.samples()).isEqualTo(prepared.dataset().samples());
    assertThat(data.notes()).isEqualTo(prepared.dataset().notes());
    assertThat(data.removed()).isEqualTo(prepared.removed()).isNotEmpty();
    assertThat(data.leaks()).isEqualTo(prepared.leaks());
    assertThat(data.wanted()).isEqualTo(prepared.wanted());
    assertThat(prepared.notes()).isEmpty();
    assertThat(prepared.duplicates().pairs(SimilarPair.Kind.NEAR)).isNotEmpty();
  }

  @Test
  void duplicatesAreSeenBeforeThereIsASplit() {
    RunRequest request = request(Map.of());
    Dataset dataset = preparations.open(request, Progress.none());
    Deduplicated found = preparations.deduplicate(request, dataset, Progress.none());
    assertThat(found.duplicates().groups()).isNotEmpty();
    assertThat(found.distinct().samples()).hasSizeLessThan(dataset.samples().size());
    Prepared prepared = preparations.prepare(request, dataset, Progress.none());
    assertThat(prepared.duplicates()).isEqualTo(found.duplicates());
    assertThat(prepared.removed()).isEqualTo(found.distinct().removed());
    RunRequest other = request(Map.of("stratified.validation", "0.2", "stratified.test", "0.3"));
    assertThat(preparations.prepare(other, dataset, Progress.none()).split().test())
        .hasSizeGreaterThan(prepared.split().test().size());
  }

  @Test
  void theNotebooksProtocolHasASplitButNoDuplicatesBeforeIt() {
    RunRequest request =
        new RunRequest(
            "compact", "phantom", Map.of("phantom.patients", "30", "run.protocol", "notebook"));
    Dataset dataset = preparations.open(request, Progress.none());
    assertThatThrownBy(() -> preparations.deduplicate(request, dataset, Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("only after its split");
    Prepared prepared = preparations.prepare(request, dataset, Progress.none());
    assertThat(prepared.split().protocol()).isEqualTo(Split.Protocol.NOTEBOOK);
    assertThat(prepared.duplicates().pairs()).isNotEmpty();
  }

  @Test
  void aPreparationIsCancelledAndRefusesWrongNames() {
    assertThatThrownBy(
            () -> preparations.prepare(request(Map.of()), Progress.cancelledWhen(() -> true)))
        .isInstanceOf(CancelledException.class);
    assertThatThrownBy(
            () -> preparations.open(request(Map.of("phantom.patient", "3")), Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("phantom.patient");
  }
}
