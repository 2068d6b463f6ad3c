package axial.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a line of a chart is told from the others: by colour, by dashes and by marks, never by colour
 * alone. Immutable.
 *
 * @param hue number of its colour in the theme, from 0 on; more than there are begin anew
 * @param dashes number of its pattern, 0 for a whole line
 * @param width in points at the common size of text
 * @param marked whether its points are marked
 * @param strength how opaque it is, in (0, 1]
 */
public record LineStyle(int hue, int dashes, float width, boolean marked, float strength) {

  private static final List<float[]> PATTERNS =
      List.of(
          new float[0],
          new float[] {7, 3},
          new float[] {2, 3},
          new float[] {9, 3, 2, 3},
          new float[] {14, 4},
          new float[] {4, 2});
  private static final float COMMON = 1.8f;

  /** Checks the ranges. */
  public LineStyle {
    if (hue < 0 || dashes < 0 || !(width > 0) || !(strength > 0 && strength <= 1)) {
      throw new IllegalArgumentException(
          "A line needs a hue and dashes from 0 on, a width above 0 and a strength in (0, 1];"
              + " these are %d, %d, %s, %s.".formatted(hue, dashes, width, strength));
    }
  }

  /** The style of the line with that number among lines of equal importance, from 0 on. */
  public static LineStyle of(int number) {
    return new LineStyle(number, number, COMMON, false, 1);
  }

  /** The styles of so many lines of equal importance. */
  public static List<LineStyle> of(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(LineStyle::of).toList();
  }

  /** The same with marks at its points. */
  public LineStyle withMarks() {
    return new LineStyle(hue, dashes, width, true, strength);
  }

  /** The same as a thin and faint line, for values that scatter. */
  public LineStyle faint() {
    return new LineStyle(hue, dashes, 1, marked, 0.45f);
  }

  /** Its colour in a theme. */
  public Color colour(ChartTheme theme) {
    Color colour = theme.series(hue);
    return strength == 1
        ? colour
        : new Color(
            colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(255 * strength));
  }

  /** Its stroke in a theme. */
  public Stroke stroke(ChartTheme theme) {
    float[] pattern = PATTERNS.get(dashes % PATTERNS.size()).clone();
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] *= theme.scale();
    }
    return new BasicStroke(
        width * theme.scale(),
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        1,
        pattern.length == 0 ? null : pattern,
        0);
  }

  /** The mark of its points in a theme, about the origin: a disc, a square or a triangle. */
  public Shape mark(ChartTheme theme) {
    Shape shape =
        switch (hue % 3) {
          case 0 -> new Ellipse2D.Double(-3, -3, 6, 6);
          case 1 -> new Rectangle2D.Double(-3, -3, 6, 6);
          default -> triangle();
        };
    return AffineTransform.getScaleInstance(theme.scale(), theme.scale())
        .createTransformedShape(shape);
  }

  private static Shape triangle() {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(0, -4);
    triangle.lineTo(4, 3);
    triangle.lineTo(-4, 3);
    triangle.closePath();
    return triangle;
  }
}
