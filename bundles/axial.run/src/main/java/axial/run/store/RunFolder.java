package axial.run.store;

import axial.data.Labels;
import axial.data.Sample;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.run.ExplainedSample;
import axial.run.MemoryPeaks;
import axial.run.PredictedBy;
import axial.run.Provenance;
import axial.run.Repetition;
import axial.run.RunRecord;
import axial.run.RunSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The files of one run; docs/run-format.md describes them. One run works on it at a time. */
public final class RunFolder {

  private static final String STANDARDIZERS = "standardizers.json";

  private final Path path;
  private final Json json = new Json();
  private final RunFiles files;
  private final CheckpointFolder checkpoint;
  private final DataFiles data;
  private final PredictionFiles predictions;

  /** The files of a run in this folder, which may not exist yet. */
  public RunFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
    this.files = new RunFiles(this.path, json);
    this.checkpoint = new CheckpointFolder(this.path.resolve("checkpoint"), json);
    this.data = new DataFiles(files);
    this.predictions = new PredictionFiles(files);
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
        file,
        RunFiles.bytes(file),
        RunSpec.class,
        Map.of("wantedRecall", 0.0, "keepEpochs", false));
  }

  /** Reads the network. */
  public Network network() {
    return files.read("network.json", Network.class);
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
    return Instant.parse(files.read("status.json", StatusFile.class).created());
  }

  /** Extensions that were set aside. */
  public List<String> failures() {
    return files.read("status.json", StatusFile.class).failures();
  }

  /** What is written of the data. */
  public DataFiles data() {
    return data;
  }

  /** What is written of the predictions. */
  public PredictionFiles predictions() {
    return predictions;
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
    return files.read(STANDARDIZERS, StandardizersFile.class).standardizers();
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

  /** Writes how this run differs from the one that it repeats. */
  public void writeRepetition(Repetition repetition) {
    WholeFiles.write(file("repetition.json"), json.file(RepetitionFile.of(repetition)));
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
    StatusFile status = files.read("status.json", StatusFile.class);
    Optional<RunRecord.DataRecord> found = data.read();
    Optional<EvaluationFile> evaluation = predictions.evaluation();
    HistoryFile history = checkpoint.history();
    return new RunRecord(
        id(),
        path,
        status.status(),
        Instant.parse(status.created()),
        spec(),
        network(),
        found,
        data.split(),
        history.epochs(),
        history.best(),
        found.flatMap(d -> predictions.test(d.labels())),
        found.flatMap(d -> predictions.validation(d.labels())),
        predictions.threshold(),
        new PredictedBy(evaluation.map(EvaluationFile::predictedBy).orElse(Map.of())),
        found.flatMap(d -> predictions.naiveAndClean(d.labels())),
        evaluation.map(EvaluationFile::evaluations).orElse(List.of()),
        new ExplanationFolder(file("explanations"), json).count(),
        status.failures(),
        files.readIfThere("provenance.json", Provenance.class),
        status.memory(),
        history.endedByUser());
  }
}
