package axial.chart;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A matrix of classes as it is shown: what is true in rows, what was called in columns. Immutable.
 *
 * @param classes the names of rows and columns
 * @param rowNotes a few words about each row, such as how many images it has
 * @param rows the cells
 */
public record MatrixCells(List<String> classes, List<String> rowNotes, List<List<Cell>> rows) {

  /** Copies the lists. */
  public MatrixCells {
    classes = List.copyOf(classes);
    rowNotes = List.copyOf(rowNotes);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * A cell.
   *
   * @param main the number
   * @param below what is smaller beneath it; may be empty
   * @param shade how strong its colour is, in [-1, 1]; below 0 in the other colour
   * @param words everything about it in a sentence, for the mouse and for screen readers
   */
  public record Cell(String main, String below, double shade, String words) {}

  /** How many classes there are. */
  public int size() {
    return classes.size();
  }

  /** The cell of a true class and the class that was called, by their numbers from 0 on. */
  public Cell cell(int truth, int called) {
    return rows.get(truth).get(called);
  }

  /** Counts and shares of the row, with score intervals in the words. */
  public static MatrixCells of(ConfusionMatrix matrix) {
    Labels labels = matrix.labels();
    List<List<Cell>> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int truth = 0; truth < labels.count(); truth++) {
      int support = matrix.support(truth);
      notes.add(images(support));
      List<Cell> row = new ArrayList<>();
      for (int called = 0; called < labels.count(); called++) {
        row.add(counted(labels, truth, called, matrix.count(truth, called), support));
      }
      rows.add(row);
    }
    return new MatrixCells(labels.names(), notes, rows);
  }

  private static Cell counted(Labels labels, int truth, int called, int count, int support) {
    String what =
        "%s of %s called %s".formatted(images(count), labels.name(truth), labels.name(called));
    if (support == 0) {
      return new Cell("0", "", 0, what + "; the class has no image.");
    }
    Estimate share = Estimate.share(count, support);
    String words =
        String.format(
            Locale.ROOT,
            "%s: %.1f %% of the class, 95 %% interval %.1f to %.1f %%.",
            what,
            100 * share.value(),
            100 * share.low(),
            100 * share.high());
    return new Cell(
        Integer.toString(count),
        String.format(Locale.ROOT, "%.1f %%", 100 * share.value()),
        share.value(),
        words);
  }

  /**
   * How many more or fewer images of each class the second called something, on the same images.
   *
   * @param names of the two runs
   */
  public static MatrixCells difference(
      ConfusionMatrix first, ConfusionMatrix second, List<String> names) {
    Labels labels = first.labels();
    List<List<Cell>> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int truth = 0; truth < labels.count(); truth++) {
      int support = first.support(truth);
      notes.add(images(support));
      List<Cell> row = new ArrayList<>();
      for (int called = 0; called < labels.count(); called++) {
        int before = first.count(truth, called);
        int after = second.count(truth, called);
        int more = after - before;
        row.add(
            new Cell(
                signed(more),
                before + " \u2192 " + after,
                support == 0 ? 0 : (double) more / support,
                "%s of %s called %s by %s, %s by %s: %s."
                    .formatted(
                        images(before),
                        labels.name(truth),
                        labels.name(called),
                        names.get(0),
                        after,
                        names.get(1),
                        signed(more))));
      }
      rows.add(row);
    }
    return new MatrixCells(labels.names(), notes, rows);
  }

  private static String signed(int number) {
    return number > 0 ? "+" + number : number < 0 ? "\u2212" + -number : "0";
  }

  private static String images(int count) {
    return count + (count == 1 ? " image" : " images");
  }
}
