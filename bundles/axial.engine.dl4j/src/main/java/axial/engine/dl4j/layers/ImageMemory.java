package axial.engine.dl4j.layers;

import axial.data.Shape;
import axial.model.ImageWriter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

  /**
   * Has images written, on several threads, and gives them as an NHWC array.
   *
   * @throws RuntimeException what the writer throws; then no more images are asked for
   */
  public INDArray write(int count, ImageWriter images) {
    Tensor tensor = buffer.tensor(count);
    AtomicReference<@Nullable RuntimeException> thrown = new AtomicReference<>();
    IntStream.range(0, count)
        .parallel()
        .filter(i -> thrown.get() == null)
        .forEach(
            i -> {
              try {
                images.write(i, tensor.values((long) i * shape.size(), shape.size()));
              } catch (RuntimeException stop) { // a stream would wrap it
                thrown.compareAndSet(null, stop);
              }
            });
    RuntimeException stop = thrown.get();
    if (stop != null) {
      throw stop;
    }
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
