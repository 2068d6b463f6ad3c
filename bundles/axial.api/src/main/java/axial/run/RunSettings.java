package axial.run;

import axial.job.Setting;
import java.util.List;

/**
 * The settings of every run that are no extension's own, with the common defaults; a model's recipe
 * may put others in their place. Thread-safe.
 */
public final class RunSettings {

  private static final String NONE = "none";

  private static final List<Setting> TRAIN =
      List.of(
          new Setting.Whole("epochs", 10, 1, 100_000, "The most epochs to train."),
          new Setting.Whole("batch", 32, 1, 65_536, "Images in one training step."),
          new Setting.Whole(
              "patience", 0, 0, 100_000, "Epochs without a better loss before the end; 0: never."),
          new Setting.Choice(
              "class-weights",
              NONE,
              List.of(NONE, "balanced"),
              "Whether rare classes weigh more."));

  private static final List<Setting> RUN =
      List.of(
          new Setting.Whole("seed", 1, 0, Long.MAX_VALUE, "Where all randomness comes from."),
          new Setting.Text("input", "150x150x3", "Shape of an image: height x width x channels."),
          new Setting.Text("source", "auto", "What opens the data."),
          new Setting.Text("duplicates", "near", "What finds duplicates."),
          new Setting.Text("splitter", "stratified", "What splits."),
          new Setting.Text("augmenters", "notebook", "What varies training images."),
          new Setting.Text(
              "standardizers",
              NONE,
              "What brings images to a common scale, in training and after."),
          new Setting.Text("engine", "dl4j", "What trains."),
          new Setting.Text(
              "schedules", "plateau-loss,plateau-accuracy", "What changes the learning rate."),
          new Setting.Text("evaluators", "all", "What judges the predictions."),
          new Setting.Text("explainers", "lime", "What explains predictions."),
          new Setting.Whole("explain", 4, 0, 10_000, "How many test images are explained."),
          new Setting.Flag(
              "keep-epochs", false, "Whether the model of each epoch is kept, to be asked later."),
          new Setting.Choice(
              "protocol",
              "clean",
              List.of("clean", "notebook"),
              "Whether duplicates go before the split, or after it as in the notebook."),
          new Setting.Real(
              "recall",
              0,
              0,
              1,
              "Recall that the threshold is chosen for on the validation part; 0: threshold 0.5."));

  private RunSettings() {}

  /** Those that stand as {@code train.<key>} in a {@link RunRequest}. */
  public static List<Setting> train() {
    return TRAIN;
  }

  /** Those that stand as {@code run.<key>} in a {@link RunRequest}. */
  public static List<Setting> run() {
    return RUN;
  }
}
