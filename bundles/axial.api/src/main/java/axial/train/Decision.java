package axial.train;

import axial.data.Labels;

/** The class that a row of probabilities stands for. */
public final class Decision {

  private Decision() {}

  /**
   * Two classes: the positive one when its probability is strictly above 0.5. More: the most
   * probable one, the first of equals.
   */
  public static int of(double[] probabilities, Labels labels) {
    return of(probabilities, labels, 0.5);
  }

  /**
   * As above, with another threshold for the positive one of two classes; more classes have none.
   *
   * @param threshold in [0, 1]
   */
  public static int of(double[] probabilities, Labels labels, double threshold) {
    if (labels.count() == 2) {
      return probabilities[labels.positive()] > threshold
          ? labels.positive()
          : 1 - labels.positive();
    }
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }
}
