package axial.view.part;

import java.awt.Dimension;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/**
 * Which piece of a picture a canvas shows. Immutable.
 *
 * @param fitted whether the whole picture is shown as large as it can be, whatever the canvas's
 *     size
 * @param scale user-space units of the canvas a pixel of the picture; not used while fitted
 * @param x the picture's column in the middle of the canvas, in pixels; not used while fitted
 * @param y the picture's row in the middle of the canvas, in pixels; not used while fitted
 */
public record Framing(boolean fitted, double scale, double x, double y) {

  /** The whole picture. */
  public static final Framing FIT = new Framing(true, 1, 0, 0);

  private static final double LARGEST = 64;
  private static final double SMALLEST = 0.25;

  /** Checks that the scale is above 0. */
  public Framing {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("A scale must be above 0; it was " + scale);
    }
  }

  /** User-space units a pixel of the picture on a canvas of that size. */
  public double scale(Dimension canvas, Dimension picture) {
    return fitted ? fit(canvas, picture) : scale;
  }

  /** From pixels of the picture to user space of the canvas. */
  public AffineTransform transform(Dimension canvas, Dimension picture) {
    double factor = scale(canvas, picture);
    Point2D middle = middle(picture);
    AffineTransform transform =
        AffineTransform.getTranslateInstance(
            canvas.width / 2.0 - middle.getX() * factor,
            canvas.height / 2.0 - middle.getY() * factor);
    transform.scale(factor, factor);
    return transform;
  }

  /** Nearer or farther by a factor, keeping what is under a point of the canvas. */
  public Framing zoomed(double factor, Point2D at, Dimension canvas, Dimension picture) {
    double before = scale(canvas, picture);
    double smallest = Math.min(1, fit(canvas, picture)) * SMALLEST;
    double after = Math.max(smallest, Math.min(Math.max(LARGEST, before), before * factor));
    Point2D middle = middle(picture);
    double dx = at.getX() - canvas.width / 2.0;
    double dy = at.getY() - canvas.height / 2.0;
    return new Framing(
        false,
        after,
        within(middle.getX() + dx / before - dx / after, picture.width),
        within(middle.getY() + dy / before - dy / after, picture.height));
  }

  /** Moved by so many user-space units of the canvas. */
  public Framing moved(double dx, double dy, Dimension canvas, Dimension picture) {
    double factor = scale(canvas, picture);
    Point2D middle = middle(picture);
    return new Framing(
        false,
        factor,
        within(middle.getX() - dx / factor, picture.width),
        within(middle.getY() - dy / factor, picture.height));
  }

  private Point2D middle(Dimension picture) {
    return fitted
        ? new Point2D.Double(picture.width / 2.0, picture.height / 2.0)
        : new Point2D.Double(x, y);
  }

  private static double fit(Dimension canvas, Dimension picture) {
    return Math.max(
        1e-3,
        Math.min((double) canvas.width / picture.width, (double) canvas.height / picture.height));
  }

  private static double within(double value, int most) {
    return Math.max(0, Math.min(most, value));
  }
}
