package axial.run.store;

import axial.data.Labels;
import axial.eval.Evaluation;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.run.NaiveAndClean;
import axial.run.PredictedBy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a run has written of its predictions, and of how they were judged. */
public final class PredictionFiles {

  private static final String NAIVE_AND_CLEAN = "naive-and-clean.json";
  private static final String PREDICTIONS = "predictions.csv";
  private static final String VALIDATION = "predictions-validation.csv";
  private static final String MEMORISER = "memoriser.csv";
  private static final String THRESHOLD = "threshold.json";

  private final RunFiles files;

  PredictionFiles(RunFiles files) {
    this.files = files;
  }

  /** Writes predictions, who made them, and what evaluators said of them. */
  public void write(
      Predictions predictions, PredictedBy predictedBy, List<Evaluation> evaluations) {
    writePredictions(PREDICTIONS, predictions);
    files.write(
        "evaluation.json",
        new EvaluationFile(Counts.of(predictions.confusion()), predictedBy.images(), evaluations));
  }

  /** Writes both scores of a run that leaks. */
  public void writeNaiveAndClean(NaiveAndClean scores) {
    files.write(NAIVE_AND_CLEAN, NaiveAndCleanFile.of(scores));
  }

  /** Both scores of a run that leaks. */
  Optional<NaiveAndClean> naiveAndClean(Labels labels) {
    return files
        .readIfThere(NAIVE_AND_CLEAN, NaiveAndCleanFile.class)
        .map(file -> file.scores(labels));
  }

  /** Whether the run is evaluated. */
  public boolean hasEvaluation() {
    return files.has("evaluation.json");
  }

  /** The predictions for the test part, once there are any. */
  public Optional<Predictions> test(Labels labels) {
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
    if (files.has(THRESHOLD)) {
      throw new IllegalStateException("The threshold of " + files.path() + " is frozen.");
    }
    files.write(THRESHOLD, threshold);
  }

  /** The threshold that was chosen for a wanted recall, once it was. */
  public Optional<Threshold> threshold() {
    return files.readIfThere(THRESHOLD, Threshold.class);
  }

  private void writePredictions(String name, Predictions predictions) {
    WholeFiles.write(
        files.file(name), PredictionsCsv.text(predictions).getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Predictions> readIfThere(String name, Labels labels) {
    return files.has(name) ? Optional.of(read(name, labels)) : Optional.empty();
  }

  private Predictions read(String name, Labels labels) {
    Path csv = files.file(name);
    Predictions read =
        PredictionsCsv.read(csv, new String(RunFiles.bytes(csv), StandardCharsets.UTF_8), labels);
    return threshold().map(chosen -> read.at(chosen.value())).orElse(read);
  }

  /** What evaluators said, once the run is evaluated. */
  Optional<EvaluationFile> evaluation() {
    return files.readIfThere("evaluation.json", EvaluationFile.class);
  }
}
