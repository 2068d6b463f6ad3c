package axial.run;

import axial.job.Problem;
import axial.train.Epoch;
import axial.train.Metrics;
import java.nio.file.Path;

/** Something that happened in a run. Every event names its run. */
public sealed interface RunEvent {

  /** Id of the run. */
  String run();

  /** The run has its folder and begins, or goes on after an interruption. */
  record Started(String run, Path folder, RunSpec spec, boolean resumed) implements RunEvent {}

  /** A stage begins. */
  record StageStarted(String run, Stage stage) implements RunEvent {}

  /** A stage is done; the summary is one sentence for the user. */
  record StageDone(String run, Stage stage, String summary) implements RunEvent {}

  /** A batch is trained; {@link axial.train.TrainingListener#batchDone} has the meanings. */
  record BatchDone(String run, int epoch, int batch, int batches, Metrics metrics)
      implements RunEvent {}

  /** An epoch is trained and its checkpoint is written. */
  record EpochDone(String run, Epoch epoch, int epochs, boolean best) implements RunEvent {}

  /** An extension broke and was set aside; the run goes on without it. */
  record ExtensionFailed(String run, String extension, String bundle, String reason)
      implements RunEvent {}

  /** The run ended well. */
  record Ended(String run, Path folder) implements RunEvent {}

  /** The user stopped the run; it can be resumed. */
  record Stopped(String run, Path folder) implements RunEvent {}

  /** The run failed. */
  record Failed(String run, Problem problem) implements RunEvent {}
}
