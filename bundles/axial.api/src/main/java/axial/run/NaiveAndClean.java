package axial.run;

import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;
import axial.eval.EvaluationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The score on a test part that leaks beside the score on those of its images that nothing in the
 * training and validation part gives away.
 *
 * @param naive on the whole test part
 * @param clean on the images without a copy, a near twin or their group in another part; nothing
 *     when there are none
 * @param memoriser what plain memory scores; nothing when no bundle offers it
 */
public record NaiveAndClean(
    ConfusionMatrix naive, Optional<ConfusionMatrix> clean, Optional<Memory> memoriser) {

  /**
   * What a nearest neighbour that learned nothing scores on the same images.
   *
   * @see axial.data.Memoriser
   */
  public record Memory(ConfusionMatrix naive, Optional<ConfusionMatrix> clean) {}

  /** Both scores and those of the memoriser, in rows. */
  public EvaluationTable table() {
    List<String> columns = new ArrayList<>(List.of("score", "images", "accuracy"));
    columns.add("balanced accuracy");
    naive.labels().names().forEach(name -> columns.add("recall of " + name));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("network, naive", naive));
    clean.ifPresent(matrix -> rows.add(row("network, clean", matrix)));
    memoriser.ifPresent(
        memory -> {
          rows.add(row("memory alone, naive", memory.naive()));
          memory.clean().ifPresent(matrix -> rows.add(row("memory alone, clean", matrix)));
        });
    return new EvaluationTable(
        "naive_and_clean", "Naive and clean score, with 95 % intervals", columns, rows);
  }

  private static List<String> row(String name, ConfusionMatrix matrix) {
    List<String> row = new ArrayList<>(List.of(name, Integer.toString(matrix.total())));
    row.add(accuracy(matrix).text());
    row.add(String.format(Locale.ROOT, "%.3f", matrix.balancedAccuracy()));
    for (int label = 0; label < matrix.labels().count(); label++) {
      row.add(recall(matrix, label).map(Estimate::text).orElse("no image"));
    }
    return row;
  }

  /** The share of right answers with its interval. */
  public static Estimate accuracy(ConfusionMatrix matrix) {
    int right = 0;
    for (int label = 0; label < matrix.labels().count(); label++) {
      right += matrix.count(label, label);
    }
    return Estimate.share(right, matrix.total());
  }

  /** The share of a class that was found, with its interval; nothing when it has no image. */
  public static Optional<Estimate> recall(ConfusionMatrix matrix, int label) {
    return matrix.support(label) == 0
        ? Optional.empty()
        : Optional.of(Estimate.share(matrix.count(label, label), matrix.support(label)));
  }

  /** What is to be read with the table, one sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Naive is the whole test part. Clean is what is left of it without the images that have a"
            + " copy, a near twin or their group in the training or validation part.");
    if (clean.isPresent()) {
      notes.add(
          "Compare the balanced accuracy: the images that are left out are not spread evenly over"
              + " the classes, which by itself moves the accuracy up or down.");
    } else {
      notes.add("There is no clean score: the other parts give every test image away.");
    }
    notes.add(
        memoriser.isPresent()
            ? "Memory alone answers with the class of the most similar training image and learns"
                + " nothing; a network that is no better has shown nothing."
            : "What memory alone would score is not known: no bundle offers a memoriser.");
    return List.copyOf(notes);
  }
}
