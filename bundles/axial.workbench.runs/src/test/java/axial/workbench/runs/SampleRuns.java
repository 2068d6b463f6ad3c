package axial.workbench.runs;

import axial.data.Labels;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.Split;
import axial.eval.Evaluation;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Choice;
import axial.job.Extension;
import axial.job.Progress;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import axial.run.Extensions;
import axial.run.LeakCertificate;
import axial.run.MemoryPeaks;
import axial.run.PredictedBy;
import axial.run.RepeatRequest;
import axial.run.Repetition;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.train.TrainingPlan;
import axial.view.testing.UnaskedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs made by hand in a folder; those whose folder is gone are gone. */
final class SampleRuns extends UnaskedRuns {

  final List<String> asked = new ArrayList<>();
  private final Path folder;
  private final Map<String, RunRecord> records = new LinkedHashMap<>();

  SampleRuns(Path folder) {
    this.folder = folder;
  }

  /** Adds a run that has so many of its 20 test images right; 0 leaves it stopped. */
  Path add(String id, String model, int right, boolean leaky) throws IOException {
    Path place = Files.createDirectories(folder.resolve(id));
    Labels labels = new Labels(List.of("no tumour", "tumour"), 1);
    List<Sample> test = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      test.add(new Sample("t" + i, "t" + i, i % 2, "p" + i, Map.of()));
      double sure = i < right ? 0.9 : 0.2;
      double[] p = i % 2 == 0 ? new double[] {sure, 1 - sure} : new double[] {1 - sure, sure};
      predictions.add(new Prediction("t" + i, "t" + i, i % 2, p));
    }
    LeakCertificate leaks =
        leaky
            ? new LeakCertificate(
                List.of("a"), List.of(), List.of(), "near", 0, List.of("t1"), 1, 20)
            : new LeakCertificate(List.of(), List.of());
    boolean done = right > 0;
    records.put(
        id,
        new RunRecord(
            id,
            place,
            done ? RunRecord.Status.DONE : RunRecord.Status.STOPPED,
            Instant.parse("2030-01-0" + (records.size() + 1) + "T03:04:05Z"),
            spec(model),
            new Network(
                model,
                new Shape(8, 8, 1),
                List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
                new Optimizer.Sgd(1),
                Loss.BINARY_CROSS_ENTROPY),
            Optional.of(
                new RunRecord.DataRecord(
                    "Phantoms", labels, test, List.of(), List.of(), List.of(), List.of(), leaks)),
            Optional.of(new Split(List.of(), List.of(), test)),
            List.of(),
            0,
            done ? Optional.of(new Predictions(labels, predictions)) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new PredictedBy(Map.of()),
            Optional.empty(),
            done
                ? List.of(
                    new Evaluation(
                        "classification",
                        "",
                        Map.of("roc_auc", 0.93, "roc_auc_low", 0.9, "roc_auc_high", 0.96)))
                : List.of(),
            0,
            List.of(),
            Optional.empty(),
            MemoryPeaks.UNKNOWN));
    return place;
  }

  private static RunSpec spec(String model) {
    return new RunSpec(
        "phantom",
        new Choice("phantom", Map.of()),
        new Choice("exact", Map.of()),
        new Choice("stratified", Map.of()),
        List.of(),
        new Choice(model, Map.of()),
        new Shape(8, 8, 1),
        new Choice("dl4j", Map.of()),
        new TrainingPlan(8, 32, false, 0, List.of()),
        List.of(),
        List.of(),
        2,
        1,
        Split.Protocol.CLEAN,
        List.of(),
        0);
  }

  @Override
  public List<RunRecord> list() {
    List<RunRecord> newestFirst = new ArrayList<>();
    records.values().stream()
        .filter(run -> Files.isDirectory(run.folder()))
        .forEach(run -> newestFirst.add(0, run));
    return newestFirst;
  }

  @Override
  public Path export(Path run, String format, Optional<Path> file) {
    asked.add("export " + run.getFileName() + " " + format);
    return run.resolve(run.getFileName() + "." + format);
  }

  @Override
  public Repetition repeat(RepeatRequest request, RunListener listener, Progress progress) {
    asked.add("repeat " + request.run().getFileName());
    RunRecord record = open(request.run());
    return new Repetition(record, record, List.of(), List.of());
  }

  @Override
  public RunRecord open(Path run) {
    return records.get(run.getFileName().toString());
  }

  @Override
  public Path find(String run) {
    return folder.resolve(run);
  }

  /** Nothing is plugged in. */
  static final class Nothing implements Extensions {
    @Override
    public <T extends Extension> List<T> all(Class<T> type) {
      return List.of();
    }

    @Override
    public <T extends Extension> T find(Class<T> type, String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Status> statuses() {
      return List.of();
    }

    @Override
    public void reportFailure(Extension extension, Throwable cause) {}
  }
}
