package axial.data;

/**
 * A small grey picture of a whole image, squeezed to a square: each value is the mean of the part
 * of the image that it stands for. Nobody writes to {@link #grey()} after construction.
 */
public final class Thumbnail {

  /** Rows and columns of every thumbnail. */
  public static final int SIDE = 32;

  private final byte[] grey;

  /**
   * A thumbnail that takes over {@code grey}.
   *
   * @param grey {@code SIDE * SIDE} unsigned bytes, row by row
   */
  public Thumbnail(byte[] grey) {
    if (grey.length != SIDE * SIDE) {
      throw new IllegalArgumentException(
          "A thumbnail has %d values, not %d.".formatted(SIDE * SIDE, grey.length));
    }
    this.grey = grey;
  }

  /** The values themselves, not a copy; read only. */
  public byte[] grey() {
    return grey;
  }

  /** One value, 0 to 255. */
  public int at(int row, int column) {
    return grey[row * SIDE + column] & 0xFF;
  }
}
