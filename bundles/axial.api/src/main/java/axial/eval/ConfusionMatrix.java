package axial.eval;

import axial.data.Labels;
import java.util.Arrays;
import java.util.List;

/** How many samples of each class were called what. Immutable. */
public final class ConfusionMatrix {

  private final Labels labels;
  private final int[][] counts;

  /**
   * A matrix of these counts.
   *
   * @param counts {@code [truth][prediction]}, a row and a column for each class
   */
  public ConfusionMatrix(Labels labels, int[][] counts) {
    this.labels = labels;
    this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    if (counts.length != labels.count()
        || Arrays.stream(counts).anyMatch(row -> row.length != labels.count())) {
      throw new IllegalArgumentException(
          "A confusion matrix of %d classes needs as many rows and columns."
              .formatted(labels.count()));
    }
  }

  /** A matrix of counts as an {@link axial.train.Epoch} has them, a list for each truth. */
  public static ConfusionMatrix of(Labels labels, List<List<Integer>> counts) {
    return new ConfusionMatrix(
        labels,
        counts.stream()
            .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }

  /** The classes. */
  public Labels labels() {
    return labels;
  }

  /** How many samples of class {@code truth} were called {@code prediction}. */
  public int count(int truth, int prediction) {
    return counts[truth][prediction];
  }

  /** How many samples of a class there are. */
  public int support(int truth) {
    return Arrays.stream(counts[truth]).sum();
  }

  /** How many samples were called that class. */
  public int called(int prediction) {
    return Arrays.stream(counts).mapToInt(row -> row[prediction]).sum();
  }

  /** How many samples there are. */
  public int total() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** Share of the samples of a class that were found, in [0, 1]; 0 when there are none. */
  public double recall(int label) {
    return ratio(count(label, label), support(label));
  }

  /** Share of the samples called that class that are of it, in [0, 1]; 0 when there are none. */
  public double precision(int label) {
    return ratio(count(label, label), called(label));
  }

  /**
   * Share of the samples of other classes that were not called that class, in [0, 1]; 0 when there
   * are none.
   */
  public double specificity(int label) {
    return ratio(rejected(label), total() - support(label));
  }

  /** How many samples of other classes were not called that class. */
  public int rejected(int label) {
    return total() - support(label) - called(label) + count(label, label);
  }

  /** Harmonic mean of precision and recall, in [0, 1]; 0 when both are 0. */
  public double f1(int label) {
    return ratio(2.0 * count(label, label), support(label) + called(label));
  }

  /** Share of all samples that were called right, in [0, 1]. */
  public double accuracy() {
    int right = 0;
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
    }
    return ratio(right, total());
  }

  /** Mean recall over the classes that have samples, in [0, 1]: 1/classes for a constant answer. */
  public double balancedAccuracy() {
    double sum = 0;
    int present = 0;
    for (int i = 0; i < counts.length; i++) {
      if (support(i) > 0) {
        sum += recall(i);
        present++;
      }
    }
    return ratio(sum, present);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that
        && labels.equals(that.labels)
        && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * labels.hashCode() + Arrays.deepHashCode(counts);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(counts);
  }
}
