package axial.augment;

import axial.augment.geometry.Affine;
import axial.augment.geometry.Positions;
import axial.augment.geometry.Resampler;
import axial.data.Image;
import axial.data.Shape;

/**
 * One transform as Keras 2.4's {@code ImageDataGenerator} draws it, applied in its order: affine,
 * channel shift, flips, brightness.
 *
 * @param affine moves and flips
 * @param channelShift is added to all values, which stay between the image's least and largest; in
 *     [-1, 1]
 * @param brightness multiplies all values, which stay in [0, 1]; 1 changes nothing
 */
record KerasTransform(Affine affine, double channelShift, double brightness) {

  Image apply(Image image, Resampler resampler) {
    Image moved = exact(resampler).resample(image, positions(image.shape()));
    if (channelShift == 0 && brightness == 1) {
      return moved;
    }
    float[] values = moved.values().clone();
    if (channelShift != 0) {
      shift(values);
    }
    if (brightness != 1) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) Math.max(0, Math.min(1, values[i] * brightness));
      }
    }
    return new Image(image.shape(), values);
  }

  Image applyToMask(Image mask, Resampler resampler) {
    return exact(resampler).resampleMask(mask, positions(mask.shape()));
  }

  /** An image that is flipped at most keeps its pixels, whatever the spline. */
  private Resampler exact(Resampler resampler) {
    return affine.keepsPixels() ? Resampler.BILINEAR : resampler;
  }

  private Positions positions(Shape shape) {
    return affine.positions(shape.height(), shape.width());
  }

  private void shift(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    float largest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      largest = Math.max(largest, value);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.max(least, Math.min(largest, values[i] + channelShift));
    }
  }
}
