package axial.engine.dl4j.layers;

import axial.data.Shape;
import axial.model.ImageWriter;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Native memory that images are written to, kept from batch to batch. */
public final class ImageMemory implements AutoCloseable {

  private final Shape shape;
  private final Buffer buffer;

  /** Memory for images of a shape. */
  public ImageMemory(Shape shape) {
    this.shape = shape;
    this.buffer = new Buffer(shape);
  }

  /** Has images written, on several threads, and gives them as an NHWC array. */
  public INDArray write(int count, ImageWriter images) {
    Tensor tensor = buffer.tensor(count);
    IntStream.range(0, count)
        .parallel()
        .forEach(i -> images.write(i, tensor.values((long) i * shape.size(), shape.size())));
    return tensor.array();
  }

  /** Bytes that it holds. */
  public long bytes() {
    return buffer.bytes();
  }

  @Override
  public void close() {
    buffer.close();
  }
}
