package axial.zoo;

import java.util.Map;

/** How the notebook trained both of its networks. */
final class NotebookRecipe {

  static final Map<String, String> VALUES =
      Map.of(
          "run.input", "150x150x3",
          "run.augmenters", "notebook",
          "run.schedules", "plateau-loss,plateau-accuracy",
          "train.epochs", "15",
          "train.batch", "32",
          "train.patience", "0",
          "train.class-weights", "none");

  private NotebookRecipe() {}
}
