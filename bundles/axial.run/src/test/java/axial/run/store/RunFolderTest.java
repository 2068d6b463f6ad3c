package axial.run.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Labels;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.ConfusionMatrix;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.job.ProblemException;
import axial.run.LeakCertificate;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.train.Epoch;
import axial.train.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final String EPOCH =
      """
      {"number": 1, "train": {"samples": 9, "loss": 0.5, "accuracy": 0.8, "recall": 0.7},
       "validation": {"samples": 3, "loss": 0.6, "accuracy": 0.7, "recall": 0.6},
       "learningRate": 0.001, "nextLearningRate": 0.001, "seconds": 12.5%s}
      """;

  @TempDir Path folder;

  private Epoch epoch(String more) throws IOException {
    Path history = folder.resolve("checkpoint/history.json");
    Files.createDirectories(history.getParent());
    Files.writeString(
        history, "{\"format\": 1, \"epochs\": [%s], \"best\": 1}".formatted(EPOCH.formatted(more)));
    return new RunFolder(folder).checkpoint().epochs().get(0);
  }

  @Test
  void aHistoryOfBeforeTimesWereKeptIsRead() throws IOException {
    Epoch epoch = epoch("");
    assertThat(epoch.seconds()).isEqualTo(12.5);
    assertThat(epoch.times()).isEqualTo(Epoch.Times.UNKNOWN);
    assertThat(epoch.times().shares()).isEmpty();
  }

  @Test
  void timesAreRead() throws IOException {
    Epoch epoch =
        epoch(
            """
            , "times": {"data": 0.1, "compute": 9.7, "validation": 0.1, "listeners": 0,
                        "checkpoint": 0.1}
            """);
    assertThat(epoch.times()).isEqualTo(new Epoch.Times(0.1, 9.7, 0.1, 0, 0.1));
    assertThat(epoch.times().shares().orElseThrow())
        .startsWith("97 % computing, 1 % validating, 1 % waiting for data");
  }

  @Test
  void aHistoryOfBeforeConfusionsWereKeptIsReadAndOneWithThemIsReadBack() throws IOException {
    Files.createDirectories(folder.resolve("checkpoint"));
    write(
        "checkpoint/history.json",
        """
        {"format": 1, "best": 1, "epochs": [{"number": 1,
          "train": {"samples": 8, "loss": 0.5, "accuracy": 0.75, "recall": 1.0},
          "validation": {"samples": 2, "loss": 0.6, "accuracy": 0.5, "recall": 0.5},
          "learningRate": 0.001, "nextLearningRate": 0.001, "seconds": 2.5}]}
        """);
    RunFolder run = new RunFolder(folder);
    assertThat(run.checkpoint().epochs().get(0).confusion()).isEmpty();
    assertThat(run.checkpoint().endedByUser()).isFalse();
    Metrics metrics = new Metrics(4, 0.5, 0.75, 1);
    List<List<Integer>> confusion = List.of(List.of(2, 1), List.of(0, 1));
    Epoch epoch = new Epoch(1, metrics, metrics, 0.1, 0.1, 1, Epoch.Times.UNKNOWN, confusion);
    run.checkpoint().write(new SavedModel(), List.of(epoch), 1, true, false);
    assertThat(run.checkpoint().epochs()).containsExactly(epoch);
    assertThat(ConfusionMatrix.of(TWO, run.checkpoint().epochs().get(0).confusion()).count(0, 1))
        .isEqualTo(1);
    run.checkpoint().writeEndedByUser();
    assertThat(run.checkpoint().endedByUser()).isTrue();
    assertThat(run.checkpoint().epochs()).containsExactly(epoch);
  }

  private RunFolder trained(int epochs, int best, boolean keepAll) {
    RunFolder run = new RunFolder(folder);
    Metrics metrics = new Metrics(4, 0.5, 0.75, 1);
    List<Epoch> all = new ArrayList<>();
    for (int n = 1; n <= epochs; n++) {
      all.add(new Epoch(n, metrics, metrics, 0.1, 0.1, 1, Epoch.Times.UNKNOWN));
      run.checkpoint().write(new SavedModel(), all, Math.min(n, best), n <= best, keepAll);
    }
    return run;
  }

  @Test
  void theModelsOfTheBestAndTheLastEpochStay() {
    RunFolder run = trained(5, 3, false);
    assertThat(run.checkpoint().keptEpochs()).containsExactly(3, 5);
    assertThat(run.checkpoint().epochModel(3)).contains(run.checkpoint().bestModel());
    assertThat(run.checkpoint().epochModel(4)).isEmpty();
    assertThat(run.checkpoint().epochModel(6)).isEmpty();
  }

  @Test
  void theModelsOfAllEpochsStayWhenAskedTo() {
    RunFolder run = trained(5, 3, true);
    assertThat(run.checkpoint().keptEpochs()).containsExactly(1, 2, 3, 4, 5);
    assertThat(run.checkpoint().lastModel()).exists();
    assertThat(run.checkpoint().bestModel()).exists();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void writeData(String splitEnd) throws IOException {
    String sample =
        """
        {"id": "%1$s", "source": "no/%1$s", "label": 0, "group": "no/%1$s", "attributes": {}}
        """;
    write("manifest.jsonl", sample.formatted("a") + sample.formatted("b") + sample.formatted("c"));
    write(
        "data.json",
        """
        {"format": 1, "name": "scans", "address": "scans",
         "labels": {"names": ["no", "yes"], "positive": 1}, "leftOut": [], "notes": [],
         "duplicateGroups": [], "removed": []}
        """);
    write(
        "split.json",
        """
        {"format": 1, "train": ["no/a"], "validation": ["no/b"], "test": ["no/c"%s
        """
            .formatted(splitEnd));
  }

  @Test
  void aSplitOfBeforeNearPairsWereLookedForIsReadAsClean() throws IOException {
    writeData("], \"sharedIds\": [], \"sharedGroups\": []}");
    LeakCertificate leaks = new RunFolder(folder).data().read().orElseThrow().leaks();
    assertThat(leaks.clean()).isTrue();
    assertThat(leaks.text()).contains("Near pairs were not looked for");
    assertThat(new RunFolder(folder).data().split().orElseThrow().protocol())
        .isEqualTo(Split.Protocol.CLEAN);
  }

  @Test
  void aSplitThatSaysItIsCleanAndLeaksIsRefused() throws IOException {
    writeData(", \"no/a\"], \"sharedIds\": [], \"sharedGroups\": []}");
    assertThatThrownBy(() -> new RunFolder(folder).data().split())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("says that its split is clean, and it leaks");
  }

  @Test
  void whatTheSplitSharesIsReadBack() throws IOException {
    RunFolder run = new RunFolder(folder);
    Sample a = new Sample("A", "yes/a", 1, "yes/a", Map.of());
    Sample b = new Sample("A", "yes/b", 1, "yes/b", Map.of());
    Sample c = new Sample("C", "no/c", 0, "no/c", Map.of());
    LeakCertificate leaks =
        new LeakCertificate(
            List.of("A"),
            List.of(),
            List.of(
                new LeakCertificate.Pair(
                    "yes/a", Split.Part.TRAIN, "no/c", Split.Part.VALIDATION, "", Map.of("x", .5))),
            "near",
            2,
            List.of("yes/b"),
            1,
            1);
    Labels labels = new Labels(List.of("no", "yes"), 1);
    RunRecord.DataRecord data =
        new RunRecord.DataRecord(
            "scans", labels, List.of(a, b, c), List.of(), List.of(), List.of(), List.of(), leaks);
    Split split = new Split(List.of(a), List.of(c), List.of(b), Split.Protocol.NOTEBOOK);
    run.data().write(data, "scans", split);
    assertThat(run.data().read()).contains(data);
    assertThat(run.data().split()).contains(split);
  }

  @Test
  void aSpecificationOfBeforeThereWereProtocolsIsRead() throws IOException {
    write(
        "spec.json",
        """
        {"format": 1, "data": "phantom", "source": {"id": "phantom", "settings": {}},
         "duplicates": {"id": "exact", "settings": {}},
         "splitter": {"id": "stratified", "settings": {}}, "augmenters": [],
         "model": {"id": "fsm", "settings": {}},
         "input": {"height": 8, "width": 8, "channels": 1},
         "engine": {"id": "dl4j", "settings": {}},
         "plan": {"epochs": 1, "batch": 1, "balancedClasses": false, "patience": 0,
           "schedules": []},
         "evaluators": [], "explainers": [], "explained": 0, "seed": 1}
        """);
    RunSpec spec = new RunFolder(folder).spec();
    assertThat(spec.protocol()).isEqualTo(Split.Protocol.CLEAN);
    assertThat(spec.standardizers()).isEmpty();
    assertThat(spec.wantedRecall()).isZero();
    assertThat(spec.keepEpochs()).isFalse();
  }

  private static final Labels TWO = new Labels(List.of("no", "yes"), 1);

  private void predictions(String name) throws IOException {
    Files.writeString(
        folder.resolve(name), "id,source,truth,predicted,p:no,p:yes\r\nx,a.png,yes,no,0.6,0.4\r\n");
  }

  @Test
  void aRunOfBeforeThresholdsIsDecidedAtAHalf() throws IOException {
    predictions("predictions.csv");
    Files.writeString(
        folder.resolve("evaluation.json"),
        """
        {"format": 1, "confusion": [[0, 0], [1, 0]], "evaluations":
         [{"evaluator": "classification", "text": "", "figures": {"recall": 0.0}}]}
        """);
    RunFolder run = new RunFolder(folder);
    assertThat(run.predictions().test(TWO).orElseThrow().threshold()).isEqualTo(0.5);
    assertThat(run.predictions().validation(TWO)).isEmpty();
    assertThat(run.predictions().memoriser(TWO)).isEmpty();
    assertThat(run.predictions().threshold()).isEmpty();
  }

  @Test
  void aFrozenThresholdDecidesAllPredictionsOfTheRun() throws IOException {
    RunFolder run = new RunFolder(folder);
    run.predictions().writeThreshold(new Threshold(0.3, 0.95, 19, 20));
    predictions("predictions-validation.csv");
    Predictions validation = run.predictions().validation(TWO).orElseThrow();
    assertThat(validation.threshold()).isEqualTo(0.3);
    assertThat(validation.errors()).isEmpty();
    Threshold other = new Threshold(0.4, 0.95, 19, 20);
    assertThatThrownBy(() -> run.predictions().writeThreshold(other))
        .hasMessageContaining("is frozen");
  }

  @Test
  void aThresholdThatCannotBeOneIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("threshold.json"),
        """
        {"format": 1, "value": 7, "wantedRecall": 0.9, "found": 1, "positives": 1}
        """);
    assertThatThrownBy(() -> new RunFolder(folder).predictions().threshold())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("threshold.json is damaged");
  }
}
