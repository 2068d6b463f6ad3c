package axial.data;

/**
 * An image as a network sees it: values in [0, 1], rows from top to bottom, pixels from left to
 * right, channels interleaved (HWC). Whoever makes the array gives it away: nobody writes to it
 * after construction.
 */
public final class Image {

  private final Shape shape;
  private final float[] values;

  /**
   * An image that takes over {@code values}.
   *
   * @param shape its shape
   * @param values {@code shape.size()} numbers, normally in [0, 1]
   */
  public Image(Shape shape, float[] values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "An image of %s needs %d values, not %d.".formatted(shape, shape.size(), values.length));
    }
    this.shape = shape;
    this.values = values;
  }

  /** Its shape. */
  public Shape shape() {
    return shape;
  }

  /** The values themselves, not a copy; read only. */
  public float[] values() {
    return values;
  }

  /** One value. */
  public float at(int row, int column, int channel) {
    return values[(row * shape.width() + column) * shape.channels() + channel];
  }
}
