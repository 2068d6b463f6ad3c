package axial.run.store;

import axial.eval.ConfusionMatrix;

/** The counts of a confusion matrix as they stand in files: truth in rows. */
final class Counts {

  private Counts() {}

  static int[][] of(ConfusionMatrix matrix) {
    int classes = matrix.labels().count();
    int[][] counts = new int[classes][classes];
    for (int truth = 0; truth < classes; truth++) {
      for (int called = 0; called < classes; called++) {
        counts[truth][called] = matrix.count(truth, called);
      }
    }
    return counts;
  }
}
