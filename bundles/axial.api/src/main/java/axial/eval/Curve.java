package axial.eval;

import java.util.List;

/**
 * A curve that an evaluator gives. Curves of the same axes may be drawn in one picture.
 *
 * @param id short lower-case name, such as {@code roc}
 * @param title for a person; what comes before a colon is the picture's title, what comes after it
 *     tells curves of one picture apart, as in "ROC curve: glioma"
 * @param x what the first axis shows
 * @param y what the second axis shows
 * @param points in the order to be joined, both numbers finite
 * @param diagonal whether the line from (0, 0) to (1, 1) means something, as chance or perfect
 *     calibration
 */
public record Curve(
    String id, String title, String x, String y, List<Point> points, boolean diagonal) {

  /** Copies the points. */
  public Curve {
    points = List.copyOf(points);
  }

  /** One point. */
  public record Point(double x, double y) {}
}
