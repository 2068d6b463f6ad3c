package axial.view.part;

import java.awt.image.BufferedImage;

/**
 * Something laid over a picture, such as a mask or the boundaries of regions. It is stretched over
 * the whole picture.
 *
 * @param name by which its opacity is changed, unique on its canvas
 * @param image clear where the picture is to be seen; nobody writes to it any more
 * @param opacity 0 (not seen) to 1
 */
public record Overlay(String name, BufferedImage image, double opacity) {

  /** Checks the opacity. */
  public Overlay {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException(
          "The opacity of %s must be from 0 to 1; it was %s.".formatted(name, opacity));
    }
  }

  /** The same with another opacity. */
  public Overlay withOpacity(double changed) {
    return new Overlay(name, image, changed);
  }
}
