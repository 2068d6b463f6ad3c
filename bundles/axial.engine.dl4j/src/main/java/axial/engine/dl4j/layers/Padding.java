package axial.engine.dl4j.layers;

import axial.data.Shape;

/**
 * TensorFlow's {@code same} padding: the output has ceil(input / stride) cells, and an odd cell of
 * padding goes to the bottom and the right.
 */
record Padding(long[] before, long[] after) {

  static Padding of(Shape in, Shape out, int kernelHeight, int kernelWidth, int stride) {
    long rows = missing(in.height(), out.height(), kernelHeight, stride);
    long columns = missing(in.width(), out.width(), kernelWidth, stride);
    return new Padding(
        new long[] {rows / 2, columns / 2}, new long[] {rows - rows / 2, columns - columns / 2});
  }

  private static long missing(int in, int out, int kernel, int stride) {
    return Math.max((out - 1L) * stride + kernel - in, 0);
  }
}
