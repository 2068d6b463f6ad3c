package axial.eval.statistics;

import axial.eval.Curve.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What depends on the order of the scores of one class: at each distinct score from the highest
 * down, how many samples of the class and how many others are at or above it.
 */
public final class Ranking {

  private final int steps;
  private final int[] hits;
  private final int[] falseAlarms;

  /** The ranking of finite scores of both kinds of samples. */
  public Ranking(Scores scores) {
    if (!scores.finite() || !scores.bothKinds()) {
      throw new IllegalArgumentException("A ranking needs finite scores of both kinds of samples.");
    }
    int[] order = scores.falling();
    hits = new int[order.length];
    falseAlarms = new int[order.length];
    int count = 0;
    int hit = 0;
    for (int i = 0; i < order.length; i++) {
      hit += scores.positive()[order[i]] ? 1 : 0;
      boolean last =
          i + 1 == order.length || scores.score()[order[i + 1]] != scores.score()[order[i]];
      if (last) {
        hits[count] = hit;
        falseAlarms[count] = i + 1 - hit;
        count++;
      }
    }
    steps = count;
  }

  private double positives() {
    return hits[steps - 1];
  }

  private double negatives() {
    return falseAlarms[steps - 1];
  }

  /** Share of pairs in which the sample of the class has the higher score, ties counting a half. */
  public double rocAuc() {
    double area = 0;
    for (int i = 0; i < steps; i++) {
      int before = i == 0 ? 0 : hits[i - 1];
      int others = falseAlarms[i] - (i == 0 ? 0 : falseAlarms[i - 1]);
      area += others * ((before + hits[i]) / 2.0);
    }
    return area / (positives() * negatives());
  }

  /** Mean precision over the recall steps, scikit-learn's {@code average_precision_score}. */
  public double averagePrecision() {
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += (hits[i] - (i == 0 ? 0 : hits[i - 1])) / positives() * precision(i);
    }
    return sum;
  }

  private double precision(int step) {
    return hits[step] / (double) (hits[step] + falseAlarms[step]);
  }

  /**
   * False positive rate and recall from the highest score down, the points of scikit-learn's {@code
   * roc_curve}: one on a straight line between its neighbours is left out.
   */
  public List<Point> roc() {
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 0));
    for (int i = 0; i < steps; i++) {
      if (i == 0 || i == steps - 1 || bends(hits, i) || bends(falseAlarms, i)) {
        points.add(new Point(falseAlarms[i] / negatives(), hits[i] / positives()));
      }
    }
    return points;
  }

  private static boolean bends(int[] counts, int i) {
    return counts[i + 1] - counts[i] != counts[i] - counts[i - 1];
  }

  /**
   * Recall and precision from the lowest score up, the points of scikit-learn's {@code
   * precision_recall_curve}; the last is (0, 1).
   */
  public List<Point> precisionRecall() {
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 1));
    for (int i = 0; i < steps; i++) {
      points.add(new Point(hits[i] / positives(), precision(i)));
    }
    Collections.reverse(points);
    return points;
  }
}
