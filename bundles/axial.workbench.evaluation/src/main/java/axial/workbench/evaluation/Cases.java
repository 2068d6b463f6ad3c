package axial.workbench.evaluation;

import axial.data.Split;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.run.RunRecord;
import axial.view.run.CellPictures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The images of one cell, those first of which the network was surest.
 *
 * @param cell where they are
 * @param list the images
 * @param title how many of what were called what
 */
record Cases(CellPictures.Cell cell, List<Case> list, String title) {

  Cases {
    list = List.copyOf(list);
  }

  /**
   * An image.
   *
   * @param source of its sample
   * @param sureness probability of the class that was decided for, in [0, 1]
   * @param called the name of that class
   */
  record Case(String source, double sureness, String called) {
    /** The file's name without its folders. */
    String name() {
      return source.substring(source.lastIndexOf('/') + 1);
    }

    String sure() {
      return String.format(Locale.ROOT, "%.1f %%", 100 * sureness);
    }
  }

  /** The images of a cell by what the kept weights said; nothing before the run is evaluated. */
  static Optional<Cases> of(RunRecord run, CellPictures.Cell cell) {
    Optional<Predictions> part =
        cell.part() == Split.Part.VALIDATION ? run.validation() : run.predictions();
    return part.flatMap(predictions -> of(predictions, cell));
  }

  /** The images of a cell by these predictions for its part; nothing when they lack its classes. */
  static Optional<Cases> of(Predictions predictions, CellPictures.Cell cell) {
    int classes = predictions.labels().count();
    return cell.truth() < classes && cell.called() < classes
        ? Optional.of(sorted(predictions, cell))
        : Optional.empty();
  }

  private static Cases sorted(Predictions predictions, CellPictures.Cell cell) {
    String called = predictions.labels().name(cell.called());
    List<Case> list =
        predictions.list().stream()
            .filter(p -> p.truth() == cell.truth() && predictions.decided(p) == cell.called())
            .sorted(
                Comparator.comparingDouble((Prediction p) -> -p.probabilities()[cell.called()])
                    .thenComparing(Prediction::source))
            .map(p -> new Case(p.source(), p.probabilities()[cell.called()], called))
            .toList();
    String title =
        "%d %s of %s called %s%s%s"
            .formatted(
                list.size(),
                list.size() == 1 ? "image" : "images",
                predictions.labels().name(cell.truth()),
                called,
                cell.epoch() > 0 ? " after epoch " + cell.epoch() : "",
                list.size() > 1 ? ", the surest first" : "");
    return new Cases(cell, list, title);
  }
}
