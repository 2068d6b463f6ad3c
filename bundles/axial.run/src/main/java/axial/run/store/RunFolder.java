package axial.run.store;

import axial.data.Labels;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Evaluation;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.run.ExplainedSample;
import axial.run.MemoryPeaks;
import axial.run.NaiveAndClean;
import axial.run.PredictedBy;
import axial.run.Provenance;
import axial.run.Repetition;
import axial.run.RunRecord;
import axial.run.RunSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The files of one run; docs/run-format.md describes them. One run works on it at a time. */
public final class RunFolder {

  private static final String NAIVE_AND_CLEAN = "naive-and-clean.json";
  private static final String STANDARDIZERS = "standardizers.json";
  private static final String PREDICTIONS = "predictions.csv";
  private static final String VALIDATION = "predictions-validation.csv";
  private static final String MEMORISER = "memoriser.csv";
  private static final String EDITS = "edits.csv";
  private static final String THRESHOLD = "threshold.json";

  private final Path path;
  private final Json json = new Json();
  private final CheckpointFolder checkpoint;

  /** The files of a run in this folder, which may not exist yet. */
  public RunFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
    this.checkpoint = new CheckpointFolder(this.path.resolve("checkpoint"), json);
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** The name of the run. */
  public String id() {
    return String.valueOf(path.getFileName());
  }

  /** Whether there is a run. */
  public boolean isRun() {
    return Files.isRegularFile(path.resolve("spec.json"));
  }

  /** A file of the run. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** Writes the specification and the network. */
  public void writeSpec(RunSpec spec, Network network) {
    WholeFiles.write(file("network.json"), json.file(network));
    WholeFiles.write(file("spec.json"), json.file(spec));
  }

  /** Reads the specification. */
  public RunSpec spec() {
    Path file = file("spec.json");
    return json.read(
        file, bytes(file), RunSpec.class, Map.of("wantedRecall", 0.0, "keepEpochs", false));
  }

  /** Reads the network. */
  public Network network() {
    return read("network.json", Network.class);
  }

  /** Writes how the run stands. */
  public void writeStatus(
      RunRecord.Status status,
      Instant created,
      String problem,
      List<String> failures,
      MemoryPeaks memory) {
    WholeFiles.write(
        file("status.json"),
        json.file(new StatusFile(status, created.toString(), problem, failures, memory)));
  }

  /** When the run was first started. */
  public Instant created() {
    return Instant.parse(read("status.json", StatusFile.class).created());
  }

  /** Extensions that were set aside. */
  public List<String> failures() {
    return read("status.json", StatusFile.class).failures();
  }

  /** Writes what the source found, the split and its certificate. */
  public void writeData(RunRecord.DataRecord data, String address, Split split) {
    String lines =
        data.samples().stream().map(json::line).collect(Collectors.joining("\n", "", "\n"));
    WholeFiles.write(file("manifest.jsonl"), lines.getBytes(StandardCharsets.UTF_8));
    WholeFiles.write(
        file("split.json"),
        json.file(
            SplitFile.of(
                sources(split.train()),
                sources(split.validation()),
                sources(split.test()),
                split.protocol(),
                data.leaks(),
                data.wanted().orElse(null))));
    WholeFiles.write(
        file("data.json"),
        json.file(
            new DataFile(
                data.name(),
                address,
                data.labels(),
                data.leftOut(),
                data.notes(),
                data.duplicateGroups(),
                sources(data.removed()))));
  }

  /** Writes a copy of the edits by hand that the data was opened with. */
  public void writeEdits(byte[] csv) {
    WholeFiles.write(file(EDITS), csv);
  }

  /** The copy of the edits by hand that the data was opened with, if there were any. */
  public Optional<Path> edits() {
    return Optional.of(file(EDITS)).filter(Files::exists);
  }

  /** What the source found, once it was written. */
  public Optional<RunRecord.DataRecord> data() {
    if (!Files.exists(file("data.json"))) {
      return Optional.empty();
    }
    DataFile data = read("data.json", DataFile.class);
    SplitFile split = read("split.json", SplitFile.class);
    List<Sample> samples = samples();
    Map<String, Sample> bySource = bySource(samples);
    return Optional.of(
        new RunRecord.DataRecord(
            data.name(),
            data.labels(),
            samples,
            data.leftOut(),
            data.notes(),
            data.duplicateGroups(),
            find(bySource, data.removed()),
            split.leaks(),
            Optional.ofNullable(split.wanted())));
  }

  /** The split, once it was written. */
  public Optional<Split> split() {
    if (!Files.exists(file("data.json"))) {
      return Optional.empty();
    }
    SplitFile split = read("split.json", SplitFile.class);
    Map<String, Sample> bySource = bySource(samples());
    try {
      return Optional.of(
          new Split(
              find(bySource, split.train()),
              find(bySource, split.validation()),
              find(bySource, split.test()),
              split.protocol()));
    } catch (IllegalArgumentException leaks) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The file " + file("split.json") + " says that its split is clean, and it leaks.",
              "Restore it from a copy, or make the run again."),
          leaks);
    }
  }

  /** SHA-256 of the manifest. */
  public String manifestSha256() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(file("manifest.jsonl")));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  /** Writes what made the run. */
  public void writeProvenance(Provenance provenance) {
    WholeFiles.write(file("provenance.json"), json.file(provenance));
  }

  /** Writes what the standardizers learned, in their order. */
  public void writeStandardizers(List<StandardizersFile.Learned> learned) {
    WholeFiles.write(file(STANDARDIZERS), json.file(new StandardizersFile(learned)));
  }

  /** Whether the standardizers have learned. */
  public boolean hasStandardizers() {
    return Files.exists(file(STANDARDIZERS));
  }

  /** What the standardizers learned, in their order. */
  public List<StandardizersFile.Learned> standardizers() {
    return read(STANDARDIZERS, StandardizersFile.class).standardizers();
  }

  /** The checkpoint: the finished epochs and their models. */
  public CheckpointFolder checkpoint() {
    return checkpoint;
  }

  /** Writes the finished model. */
  public void writeModel(TrainableModel model) {
    WholeFiles.write(file("model.zip"), model::save);
  }

  /** Whether training is finished. */
  public boolean hasModel() {
    return Files.exists(file("model.zip"));
  }

  /** Writes predictions, who made them, and what evaluators said of them. */
  public void writeEvaluation(
      Predictions predictions, PredictedBy predictedBy, List<Evaluation> evaluations) {
    writePredictions(PREDICTIONS, predictions);
    WholeFiles.write(
        file("evaluation.json"),
        json.file(
            new EvaluationFile(
                Counts.of(predictions.confusion()), predictedBy.images(), evaluations)));
  }

  /** Writes both scores of a run that leaks. */
  public void writeNaiveAndClean(NaiveAndClean scores) {
    WholeFiles.write(file(NAIVE_AND_CLEAN), json.file(NaiveAndCleanFile.of(scores)));
  }

  private Optional<NaiveAndClean> naiveAndClean(Labels labels) {
    return readIfThere(NAIVE_AND_CLEAN, NaiveAndCleanFile.class).map(file -> file.scores(labels));
  }

  /** Writes how this run differs from the one that it repeats. */
  public void writeRepetition(Repetition repetition) {
    WholeFiles.write(file("repetition.json"), json.file(RepetitionFile.of(repetition)));
  }

  /** Whether the run is evaluated. */
  public boolean hasEvaluation() {
    return Files.exists(file("evaluation.json"));
  }

  /** The predictions for the test part, once there are any. */
  public Optional<Predictions> predictions(Labels labels) {
    return hasEvaluation() ? Optional.of(read(PREDICTIONS, labels)) : Optional.empty();
  }

  /** Writes the predictions for the validation part. */
  public void writeValidation(Predictions predictions) {
    writePredictions(VALIDATION, predictions);
  }

  /** The predictions for the validation part; runs of before they were kept have none. */
  public Optional<Predictions> validation(Labels labels) {
    return readIfThere(VALIDATION, labels);
  }

  /** Writes what a memoriser says of the test part. */
  public void writeMemoriser(Predictions predictions) {
    writePredictions(MEMORISER, predictions);
  }

  /** What a memoriser says of the test part, once one was asked. */
  public Optional<Predictions> memoriser(Labels labels) {
    return readIfThere(MEMORISER, labels).map(certain -> certain.at(0.5));
  }

  /** Freezes the threshold of the run. */
  public void writeThreshold(Threshold threshold) {
    if (Files.exists(file(THRESHOLD))) {
      throw new IllegalStateException("The threshold of " + path + " is frozen.");
    }
    WholeFiles.write(file(THRESHOLD), json.file(threshold));
  }

  /** The threshold that was chosen for a wanted recall, once it was. */
  public Optional<Threshold> threshold() {
    return readIfThere(THRESHOLD, Threshold.class);
  }

  private void writePredictions(String name, Predictions predictions) {
    WholeFiles.write(file(name), PredictionsCsv.text(predictions).getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Predictions> readIfThere(String name, Labels labels) {
    return Files.exists(file(name)) ? Optional.of(read(name, labels)) : Optional.empty();
  }

  private Predictions read(String name, Labels labels) {
    Path csv = file(name);
    Predictions read =
        PredictionsCsv.read(csv, new String(bytes(csv), StandardCharsets.UTF_8), labels);
    return threshold().map(chosen -> read.at(chosen.value())).orElse(read);
  }

  /**
   * Writes an explanation.
   *
   * @param epoch the epoch whose model is explained; nothing for the finished model
   * @param usual whether it is made as the run itself would make it; others are kept beside that
   */
  public void writeExplanation(ExplainedSample explained, OptionalInt epoch, boolean usual) {
    new ExplanationFolder(explanationsOf(epoch), json).write(explained, usual);
  }

  private Path explanationsOf(OptionalInt epoch) {
    return file(epoch.isPresent() ? "explanations-epoch-" + epoch.getAsInt() : "explanations");
  }

  /**
   * Writes how well explanations point at known findings; replaces the former.
   *
   * @param epoch as in {@link #writeExplanation}
   */
  public void writeLocalization(List<ExplainedSample> scored, Labels labels, OptionalInt epoch) {
    WholeFiles.write(
        epoch.isPresent()
            ? explanationsOf(epoch).resolve("localization.csv")
            : file("localization.csv"),
        LocalizationCsv.text(scored, labels).getBytes(StandardCharsets.UTF_8));
  }

  /** All explanations by the finished model. */
  public List<ExplainedSample> explanations() {
    return explanations(OptionalInt.empty(), sample -> true);
  }

  /** The explanations of wanted samples, by the model of an epoch or by the finished one. */
  public List<ExplainedSample> explanations(OptionalInt epoch, Predicate<Sample> wanted) {
    return new ExplanationFolder(explanationsOf(epoch), json).read(wanted);
  }

  /** Adds an event to the log. */
  public void appendEvent(Instant time, Map<String, Object> event) {
    Map<String, Object> line = new java.util.LinkedHashMap<>();
    line.put("time", time.toString());
    line.putAll(event);
    WholeFiles.append(file("events.jsonl"), json.line(line));
  }

  /** The whole run as far as it got. */
  public RunRecord record() {
    StatusFile status = read("status.json", StatusFile.class);
    Optional<RunRecord.DataRecord> data = data();
    Optional<EvaluationFile> evaluation = readIfThere("evaluation.json", EvaluationFile.class);
    HistoryFile history = checkpoint.history();
    return new RunRecord(
        id(),
        path,
        status.status(),
        Instant.parse(status.created()),
        spec(),
        network(),
        data,
        split(),
        history.epochs(),
        history.best(),
        data.flatMap(d -> predictions(d.labels())),
        data.flatMap(d -> validation(d.labels())),
        threshold(),
        new PredictedBy(evaluation.map(EvaluationFile::predictedBy).orElse(Map.of())),
        data.flatMap(d -> naiveAndClean(d.labels())),
        evaluation.map(EvaluationFile::evaluations).orElse(List.of()),
        new ExplanationFolder(file("explanations"), json).count(),
        status.failures(),
        readIfThere("provenance.json", Provenance.class),
        status.memory(),
        history.endedByUser());
  }

  private List<Sample> samples() {
    Path file = file("manifest.jsonl");
    return new String(bytes(file), StandardCharsets.UTF_8)
        .lines()
        .map(line -> json.readLine(file, line, Sample.class))
        .toList();
  }

  private <T> Optional<T> readIfThere(String name, Class<T> type) {
    return Files.exists(file(name)) ? Optional.of(read(name, type)) : Optional.empty();
  }

  private <T> T read(String name, Class<T> type) {
    return json.read(file(name), bytes(file(name)), type);
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The file " + file + " is missing.",
              "Give the folder of a run; ./axial runs lists those of the workspace."),
          missing);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT, "The file " + file + " cannot be read.", "Check its rights."),
          broken);
    }
  }

  private static List<String> sources(List<Sample> samples) {
    return samples.stream().map(Sample::source).toList();
  }

  private static Map<String, Sample> bySource(List<Sample> samples) {
    return samples.stream().collect(Collectors.toMap(Sample::source, Function.identity()));
  }

  private List<Sample> find(Map<String, Sample> bySource, List<String> sources) {
    return sources.stream()
        .map(
            source -> {
              Sample sample = bySource.get(source);
              if (sample == null) {
                throw ProblemException.of(
                    Problem.Kind.INPUT,
                    "The run in %s names the sample %s, which is not in its manifest."
                        .formatted(path, source),
                    "Restore its files from a copy, or make the run again.");
              }
              return sample;
            })
        .toList();
  }
}
