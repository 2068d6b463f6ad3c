package axial.model;

import java.nio.FloatBuffer;

/** Writes images straight into the memory that a model reads them from. */
@FunctionalInterface
public interface ImageWriter {

  /**
   * Writes one image. May be called from several threads at once, for each image once; when another
   * model takes over in the middle, again from the first image on, and then writes the same.
   *
   * @param index which image, from 0 on
   * @param values room for exactly one image from its position on: height, width, channels (HWC),
   *     values in [0, 1]
   * @throws RuntimeException that ends the prediction and comes out of it as it is, such as {@link
   *     axial.job.CancelledException}
   */
  void write(int index, FloatBuffer values);
}
