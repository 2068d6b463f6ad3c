package axial.run.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Labels;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.Split;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Choice;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import axial.run.LeakCertificate;
import axial.run.MemoryPeaks;
import axial.run.PredictedBy;
import axial.run.Provenance;
import axial.run.Repetition;
import axial.run.Repetition.Ingredient;
import axial.run.Repetition.Kind;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.Stage;
import axial.train.Epoch;
import axial.train.Metrics;
import axial.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a run and of the one that repeats it. */
class RepetitionTest {

  private static final Labels LABELS = new Labels(List.of("no", "yes"), 1);
  private static final List<Sample> SAMPLES =
      List.of(sample("no/a", "A", 0), sample("yes/b", "B", 1), sample("yes/c", "C", 1));

  @TempDir Path temp;

  private final Made then = new Made("then");
  private final Made now = new Made("now");

  private static Sample sample(String source, String content, int label) {
    return new Sample(content, source, label, source, Map.of());
  }

  /** A run that differs from its like in whatever a test sets. */
  private static final class Made {
    private final String name;
    private List<Sample> samples = SAMPLES;
    private List<Sample> test = List.of(SAMPLES.get(2));
    private double secondLoss = 0.5;
    private double seconds = 1;
    private double probability = 0.25;
    private Map<String, String> platform = Map.of("java.version", "17", "engine.threads", "2");
    private List<Provenance.BundleUse> bundles = List.of(bundle("lab.net", "1.0.0", "aa", "x"));

    Made(String name) {
      this.name = name;
    }

    static Provenance.BundleUse bundle(String name, String version, String sha, String service) {
      List<String> services = service.isEmpty() ? List.of() : List.of("ModelFactory " + service);
      return new Provenance.BundleUse(name, version, sha, services);
    }

    private Epoch epoch(int number, double loss) {
      Metrics metrics = new Metrics(1, loss, 1, 1);
      return new Epoch(number, metrics, metrics, 1e-3, 1e-3, seconds, Epoch.Times.UNKNOWN);
    }

    RunRecord record(Path temp) {
      Choice any = new Choice("any", Map.of());
      RunSpec spec =
          new RunSpec(
              "scans",
              any,
              any,
              any,
              List.of(),
              any,
              new Shape(1, 1, 1),
              any,
              new TrainingPlan(2, 1, false, 0, List.of()),
              List.of(),
              List.of(),
              0,
              1,
              Split.Protocol.CLEAN,
              List.of(),
              0);
      Network network =
          new Network(
              "small",
              new Shape(1, 1, 1),
              List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
              new Optimizer.Sgd(1),
              Loss.BINARY_CROSS_ENTROPY);
      RunRecord.DataRecord data =
          new RunRecord.DataRecord(
              "scans",
              LABELS,
              samples,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              new LeakCertificate(List.of(), List.of()));
      double[] probabilities = {1 - probability, probability};
      return new RunRecord(
          name,
          temp.resolve(name),
          RunRecord.Status.DONE,
          Instant.EPOCH,
          spec,
          network,
          Optional.of(data),
          Optional.of(new Split(List.of(SAMPLES.get(0)), List.of(SAMPLES.get(1)), test)),
          List.of(epoch(1, 0.7), epoch(2, secondLoss)),
          2,
          Optional.of(
              new Predictions(LABELS, List.of(new Prediction("C", "yes/c", 1, probabilities)))),
          Optional.empty(),
          Optional.empty(),
          PredictedBy.nobody(),
          Optional.empty(),
          List.of(),
          0,
          List.of(),
          Optional.of(new Provenance(bundles, platform, "sha")),
          MemoryPeaks.UNKNOWN);
    }
  }

  private void write(String run, String file, String text) throws IOException {
    Path path = temp.resolve(run).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @BeforeEach
  void writeBoth() throws IOException {
    for (String run : List.of("then", "now")) {
      write(run, "manifest.jsonl", "samples");
      write(run, "model.zip", "weights");
      write(run, "predictions.csv", "0.25");
      write(run, "evaluation.json", "figures");
      write(run, "explanations/lime-C/explanation.json", "regions");
      write(run, "status.json", "memory of " + run);
      write(run, "report.html", "report of " + run);
      write(run, "checkpoint/history.json", "times of " + run);
    }
  }

  private Repetition repetition() {
    RunRecord original = then.record(temp);
    RunRecord repeated = now.record(temp);
    return new Repetition(
        original,
        repeated,
        Ingredients.differences(original, repeated),
        Results.compared(original, repeated));
  }

  @Test
  void timesAndMemoryAreNotCompared() {
    now.seconds = 9;
    Repetition equal = repetition();
    assertThat(equal.equal()).isTrue();
    assertThat(equal.ingredients()).isEmpty();
    assertThat(equal.text()).isEqualTo("Bit-equal: every result is the same.");
  }

  @Test
  void whatWasExplainedLaterIsNotMissed() throws IOException {
    write("then", "explanations/lime-B/explanation.json", "later");
    write("then", "then.onnx", "exported");
    assertThat(repetition().equal()).isTrue();
  }

  @Test
  void tellsTheFirstEpochThatDiffersAndTheStage() throws IOException {
    now.secondLoss = Math.nextUp(0.5);
    write("now", "model.zip", "weighty");
    Repetition parted = repetition();
    assertThat(parted.equal()).isFalse();
    Repetition.Result first = parted.firstDifference().orElseThrow();
    assertThat(first.stage()).isEqualTo(Stage.TRAIN);
    assertThat(first.difference())
        .isEqualTo("from epoch 2 on: loss 0.5 then, 0.5000000000000001 now");
    assertThat(parted.text())
        .startsWith("Not bit-equal: the results first part at the stage train, epochs.")
        .contains("one that runs do not record");
    assertThat(parted.table().rows())
        .contains(List.of("train", "model", "differs: from byte 6 on"));
  }

  @Test
  void tellsByHowMuchPredictionsDiffer() throws IOException {
    now.probability = 0.375;
    write("now", "predictions.csv", "0.375");
    assertThat(repetition().firstDifference().orElseThrow().difference())
        .isEqualTo("1 of 1 images, by a probability of 0.13 at most");
  }

  @Test
  void comparesFilesThatItDoesNotKnow() throws IOException {
    write("then", "calibration.json", "1");
    write("now", "calibration.json", "2");
    assertThat(repetition().firstDifference().orElseThrow().what()).isEqualTo("calibration.json");
  }

  @Test
  void tellsWhichExplanationDiffers() throws IOException {
    write("now", "explanations/lime-C/explanation.json", "region");
    Repetition.Result first = repetition().firstDifference().orElseThrow();
    assertThat(first.stage()).isEqualTo(Stage.EXPLAIN);
    assertThat(first.difference()).isEqualTo("1 of 1, such as lime-C");
  }

  @Test
  void namesImagesThatChangedCameAndWent() throws IOException {
    now.samples = List.of(SAMPLES.get(0), sample("yes/b", "other", 1), sample("yes/d", "D", 1));
    write("now", "manifest.jsonl", "other samples");
    Repetition changed = repetition();
    assertThat(changed.ingredients())
        .containsExactly(
            new Ingredient(
                Kind.DATA,
                "images",
                "3 images",
                "1 image missing (yes/c), 1 image changed (yes/b), 1 image added (yes/d)"));
    assertThat(changed.firstDifference().orElseThrow().stage()).isEqualTo(Stage.LOAD);
  }

  @Test
  void namesTheBundleByVersionOrByContent() {
    now.bundles = List.of(Made.bundle("lab.net", "2.0.0", "bb", "x"));
    assertThat(repetition().ingredients())
        .containsExactly(new Ingredient(Kind.BUNDLE, "lab.net", "1.0.0", "2.0.0"));
    now.bundles = List.of(Made.bundle("lab.net", "1.0.0", "bb", "x"));
    assertThat(repetition().ingredients())
        .containsExactly(
            new Ingredient(Kind.BUNDLE, "lab.net", "1.0.0 of SHA-256 aa", "1.0.0 of SHA-256 bb"));
    now.bundles = List.of();
    assertThat(repetition().ingredients())
        .containsExactly(new Ingredient(Kind.BUNDLE, "lab.net", "1.0.0", "none"));
  }

  @Test
  void aBundleThatNeitherRunUsesIsNoIngredient() {
    List<Provenance.BundleUse> more = new ArrayList<>(now.bundles);
    more.add(Made.bundle("lab.other", "1.0.0", "cc", ""));
    now.bundles = more;
    assertThat(repetition().ingredients()).isEmpty();
  }

  @Test
  void tellsJavaProcessorThreadsLibraryAndSystemApart() {
    then.platform =
        Map.of(
            "java.version", "17",
            "os.name", "Linux",
            "processor", "one",
            "engine.threads", "2",
            "engine.layers", "avx2",
            "heap.max.bytes", "1");
    now.platform =
        Map.of(
            "java.version", "21",
            "os.name", "Windows",
            "processor", "another",
            "engine.threads", "4",
            "engine.layers", "avx512",
            "heap.max.bytes", "2",
            "new.key", "not known before");
    assertThat(repetition().ingredients())
        .extracting(Ingredient::kind)
        .containsExactlyInAnyOrder(
            Kind.JAVA, Kind.SYSTEM, Kind.PROCESSOR, Kind.THREADS, Kind.LIBRARY);
    assertThat(repetition().text())
        .startsWith("Bit-equal: every result is the same, although this differs:");
  }
}
