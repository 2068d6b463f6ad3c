package axial.eval.statistics;

import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.Arrays;
import java.util.List;

/**
 * The probabilities of one class, with whether each sample is of it. Nobody writes to the arrays.
 *
 * @param positive whether a sample is of the class
 * @param score its probability
 */
public record Scores(boolean[] positive, double[] score) {

  /** The scores of a class against all others. */
  public static Scores of(Predictions predictions, int label) {
    List<Prediction> list = predictions.list();
    boolean[] positive = new boolean[list.size()];
    double[] score = new double[list.size()];
    for (int i = 0; i < score.length; i++) {
      positive[i] = list.get(i).truth() == label;
      score[i] = list.get(i).probabilities()[label];
    }
    return new Scores(positive, score);
  }

  /** Whether all scores are numbers; nothing can be ranked otherwise. */
  public boolean finite() {
    return Arrays.stream(score).allMatch(Double::isFinite);
  }

  /** Whether there are samples of the class and others. */
  public boolean bothKinds() {
    int positives = positives();
    return positives > 0 && positives < positive.length;
  }

  int positives() {
    int count = 0;
    for (boolean one : positive) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /** Indices in the order of falling scores, equal ones in the order of the samples. */
  int[] falling() {
    Integer[] order = new Integer[score.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(score[b], score[a]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
