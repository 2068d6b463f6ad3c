package axial.engine.dl4j.layers;

import axial.data.Shape;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Values of some images in native memory, images after each other, each in HWC order. A flat vector
 * is 1 x 1 x units.
 *
 * @param images how many images
 * @param shape of the values of one image
 * @param array the same memory for ND4J, {@code [images][height][width][channels]}
 */
record Tensor(int images, Shape shape, INDArray array) {

  /** Wraps an array of four dimensions, NHWC, in C order without gaps. */
  static Tensor of(INDArray array) {
    long[] s = array.shape();
    if (s.length != 4 || array.ordering() != 'c' || array.elementWiseStride() != 1) {
      throw new IllegalArgumentException(
          "Own layers take whole NHWC arrays in C order, not " + array.shapeInfoToString());
    }
    return new Tensor(
        Math.toIntExact(s[0]),
        new Shape(Math.toIntExact(s[1]), Math.toIntExact(s[2]), Math.toIntExact(s[3])),
        array);
  }

  long address() {
    return Chunks.address(array);
  }

  long length() {
    return (long) images * shape.size();
  }

  /** A view of {@code length} values, from a place on; at most 2^29 values. */
  FloatBuffer values(long from, int length) {
    return Chunks.values(address(), from, length);
  }

  /** The bits of the same values. */
  IntBuffer bits(long from, int length) {
    return new Address(address() + Float.BYTES * from, length).asByteBuffer().asIntBuffer();
  }
}
