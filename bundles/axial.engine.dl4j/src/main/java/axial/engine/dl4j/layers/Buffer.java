package axial.engine.dl4j.layers;

import axial.data.Shape;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Memory for the values of a layer that is kept from step to step, so that no step asks the system
 * for memory. It grows when more images come than ever before; older tensors are then void.
 */
final class Buffer implements AutoCloseable {

  /** A cache line; oneDNN's stores are fastest when they do not cross one. */
  private static final int ALIGNMENT = 64;

  private final Shape shape;
  private final Map<Integer, Tensor> views = new HashMap<>();
  private @Nullable INDArray memory;
  private int capacity;

  Buffer(Shape shape) {
    this.shape = shape;
  }

  /** Room for some images. */
  Tensor tensor(int images) {
    if (images > capacity) {
      close();
      try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
        memory =
            Nd4j.createUninitialized(
                DataType.FLOAT, (long) images * shape.size() + ALIGNMENT / Float.BYTES);
      }
      capacity = images;
    }
    INDArray whole = memory;
    if (whole == null) {
      throw new IllegalArgumentException("A buffer needs at least one image.");
    }
    return views.computeIfAbsent(images, n -> view(whole, n));
  }

  private Tensor view(INDArray whole, int images) {
    long over = Chunks.address(whole) % ALIGNMENT;
    long from = over == 0 ? 0 : (ALIGNMENT - over) / Float.BYTES;
    INDArray part =
        whole
            .get(NDArrayIndex.interval(from, from + (long) images * shape.size()))
            .reshape('c', images, shape.height(), shape.width(), shape.channels());
    return new Tensor(images, shape, part);
  }

  /** Bytes that it holds. */
  long bytes() {
    return memory == null ? 0 : memory.length() * Float.BYTES;
  }

  @Override
  public void close() {
    views.clear();
    capacity = 0;
    if (memory != null) {
      memory.close();
      memory = null;
    }
  }
}
