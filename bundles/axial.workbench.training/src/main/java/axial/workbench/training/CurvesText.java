package axial.workbench.training;

import axial.run.RunSpec;
import axial.train.Epoch;
import axial.view.run.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words and rows that go with the curves when they are exported. */
final class CurvesText {

  private static final List<String> COLUMNS =
      List.of(
          "epoch",
          "loss",
          "accuracy",
          "recall",
          "val_loss",
          "val_accuracy",
          "val_recall",
          "learning_rate",
          "seconds");

  private CurvesText() {}

  static String caption(Optional<Training> training) {
    return "Loss, accuracy, recall and learning rate of "
        + training.map(t -> "run " + run(t)).orElse("no training")
        + "; training and validation part.";
  }

  /** Id of its run, or its title before it has begun. */
  static String run(Training training) {
    return training
        .run()
        .map(folder -> String.valueOf(folder.getFileName()))
        .orElse(training.title());
  }

  static List<List<String>> rows(List<Epoch> epochs) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    for (Epoch epoch : epochs) {
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(epoch.number()));
      COLUMNS.subList(1, 7).forEach(name -> row.add(Double.toString(epoch.figure(name))));
      row.add(Double.toString(epoch.learningRate()));
      row.add(Double.toString(epoch.seconds()));
      rows.add(row);
    }
    return rows;
  }

  static String methods(Optional<Training> training) {
    return training
        .flatMap(Training::spec)
        .map(
            spec ->
                methods(spec, training.get().course().bestEpoch())
                    + " Axial run "
                    + run(training.get())
                    + ".")
        .orElse("The training has not begun.");
  }

  private static String methods(RunSpec spec, int best) {
    String schedules =
        spec.plan().schedules().stream().map(each -> each.id()).collect(Collectors.joining(", "));
    return "The network %s was trained on images of %s for at most %d epochs in batches of %d (%s%sseed %d)."
            .formatted(
                spec.model().id(),
                spec.input(),
                spec.plan().epochs(),
                spec.plan().batch(),
                schedules.isEmpty() ? "" : "learning-rate schedule " + schedules + ", ",
                spec.plan().balancedClasses() ? "balanced class weights, " : "",
                spec.seed())
        + (best > 0
            ? " The weights of epoch %d, that of the lowest validation loss, were kept."
                .formatted(best)
            : "");
  }
}
