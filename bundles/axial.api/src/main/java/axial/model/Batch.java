package axial.model;

import axial.data.Image;
import axial.data.Shape;
import java.util.List;

/**
 * Images for one call of a model: {@code size} images after each other, each in HWC order with
 * values in [0, 1]. Whoever makes the array gives it away: nobody writes to it after construction.
 */
public final class Batch {

  private final int size;
  private final Shape shape;
  private final float[] values;

  /**
   * A batch that takes over {@code values}.
   *
   * @param size how many images, at least 1
   * @param shape of one image
   * @param values {@code size * shape.size()} numbers
   */
  public Batch(int size, Shape shape, float[] values) {
    if (size < 1 || values.length != (long) size * shape.size()) {
      throw new IllegalArgumentException(
          "A batch of %d images of %s cannot have %d values."
              .formatted(size, shape, values.length));
    }
    this.size = size;
    this.shape = shape;
    this.values = values;
  }

  /** A batch of images of one shape, at least one. */
  public static Batch of(List<Image> images) {
    Shape shape = images.get(0).shape();
    float[] values = new float[Math.multiplyExact(images.size(), shape.size())];
    for (int i = 0; i < images.size(); i++) {
      if (!images.get(i).shape().equals(shape)) {
        throw new IllegalArgumentException(
            "A batch needs images of one shape; it has %s and %s."
                .formatted(shape, images.get(i).shape()));
      }
      System.arraycopy(images.get(i).values(), 0, values, i * shape.size(), shape.size());
    }
    return new Batch(images.size(), shape, values);
  }

  /** How many images. */
  public int size() {
    return size;
  }

  /** Shape of one image. */
  public Shape shape() {
    return shape;
  }

  /** The values themselves, NHWC, not a copy; read only. */
  public float[] values() {
    return values;
  }
}
