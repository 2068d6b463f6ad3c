package axial.run;

import axial.eval.Predictions;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes runs and keeps them. Methods that work do so on the calling thread, report to the listener
 * on it, and to all {@link RunListener} services.
 */
@ProviderType
public interface Runs {

  /**
   * Makes a request complete: finds the extensions, fills in defaults, checks every value.
   *
   * @throws axial.job.ProblemException of kind USAGE that names the unknown model, setting or value
   */
  RunSpec specify(RunRequest request);

  /**
   * Makes a run, stage by stage. All services are found before the first stage; the run keeps them
   * to its end, even when their bundles are updated.
   *
   * @param folder where to keep it: missing or empty; or nothing for a new folder of the workspace
   * @throws axial.job.CancelledException when cancelled; the run can be resumed
   * @throws axial.job.ProblemException when a stage fails, after it was recorded
   */
  RunRecord run(RunSpec spec, Optional<Path> folder, RunListener listener, Progress progress);

  /** Goes on with a run that was stopped, cut off or has failed, after its last finished epoch. */
  RunRecord resume(Path folder, RunListener listener, Progress progress);

  /** Predicts the test part with the saved model and evaluates it anew; replaces the former. */
  RunRecord evaluate(Path folder, RunListener listener, Progress progress);

  /**
   * Judges the saved model on a frozen hold-out and adds that to the hold-out's log of uses; the
   * run itself stays as it is.
   *
   * @throws axial.job.ProblemException of kind USAGE when the run learned from frozen images or has
   *     other classes, of kind INPUT when frozen images are missing
   */
  HoldOutResult evaluate(Path folder, String holdOut, RunListener listener, Progress progress);

  /**
   * Makes a finished run again, with the specification and the network of its record, and compares
   * both bit by bit.
   *
   * @throws axial.job.ProblemException of kind USAGE when the run is not finished, of kind
   *     EXTENSION when an extension is missing, of kind INPUT when images have changed
   */
  Repetition repeat(RepeatRequest request, RunListener listener, Progress progress);

  /**
   * Predicts images of a run with its finished model, or as of an epoch; writes nothing and may be
   * asked while the run is training.
   *
   * @param epoch whose model is asked, decided at 0.5; nothing for the finished model, decided at
   *     the run's threshold
   * @param images sources or content ids of the run's samples; none for its test part
   * @throws axial.job.ProblemException of kind USAGE that names an unknown image, or an epoch whose
   *     model was not kept with those that were
   */
  Predictions predict(Path folder, OptionalInt epoch, List<String> images, Progress progress);

  /**
   * Explains images with the saved model, or with that of an epoch.
   *
   * @return the explanations, which are also written to the run
   * @throws axial.job.ProblemException of kind USAGE that names an unknown image, explainer, class
   *     or setting, says that no finding is known, or names an epoch whose model was not kept
   */
  List<ExplainedSample> explain(
      Path folder, ExplainRequest request, RunListener listener, Progress progress);

  /**
   * Explains as above, and hands on what explainers can say before all answers are there. What is
   * returned and written is the same bit by bit.
   *
   * @param partial gets an image with an explanation by some of the answers, without its
   *     localization, again and again; called on the calling thread, must return soon and not throw
   */
  List<ExplainedSample> explain(
      Path folder,
      ExplainRequest request,
      RunListener listener,
      Progress progress,
      Consumer<ExplainedSample> partial);

  /**
   * Explanations of images that the run has kept, also of former days; each explainer may have
   * several of one image, by other settings or seeds.
   *
   * @param epoch whose model is explained; nothing for the finished model
   * @param images sources or content ids; none for all
   * @throws axial.job.ProblemException of kind INPUT when one cannot be read
   */
  List<ExplainedSample> explanations(Path folder, OptionalInt epoch, List<String> images);

  /**
   * Writes the trained model of a run in a format of other programs.
   *
   * @param format id of a {@link axial.model.ModelExporter}
   * @param file must not exist; or nothing for {@code <run>.<format>} in the run's folder
   * @return the file
   * @throws axial.job.ProblemException when there is no such run, model or format, or the file is
   *     there already or cannot be written
   */
  Path export(Path folder, String format, Optional<Path> file);

  /** Reads a run. */
  RunRecord open(Path folder);

  /** The runs of the workspace, the newest first. A folder that is no run is passed over. */
  List<RunRecord> list();

  /** The folder of a run: {@code run} is an id of the workspace or a folder. */
  Path find(String run);
}
