package axial.data;

/**
 * The shape of an image or of a layer's output.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels values a pixel, at least 1
 */
public record Shape(int height, int width, int channels) {

  /** Checks that each side is at least 1. */
  public Shape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "A shape of %d x %d x %d is not possible; each side must be at least 1."
              .formatted(height, width, channels));
    }
  }

  /** How many values that is. */
  public int size() {
    return Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  @Override
  public String toString() {
    return height + "x" + width + "x" + channels;
  }
}
