package axial.predict.onnx;

import axial.data.Shape;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Network;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Native memory that images are written to and ONNX Runtime reads from. Each caller has a piece of
 * its own; pieces are used again, and when all are lent the next caller waits.
 */
final class InputMemory {

  private static final int CALLERS = 4;
  private static final int MOST_IMAGES = 64;
  private static final long LARGEST_LAYER_BYTES = 256L << 20;

  private final Network network;
  private final int images;
  private final Semaphore room = new Semaphore(CALLERS, true);
  private final Queue<FloatBuffer> free = new ConcurrentLinkedQueue<>();

  /** Memory for a network: 64 images, or as many as keep its largest layer below 256 MB. */
  InputMemory(Network network) {
    this.network = network;
    long largest = network.input().size();
    for (Shape shape : network.shapes()) {
      largest = Math.max(largest, shape.size());
    }
    long fit = LARGEST_LAYER_BYTES / (largest * Float.BYTES);
    this.images = (int) Math.max(1, Math.min(MOST_IMAGES, fit));
  }

  /** How many images a piece holds. */
  int images() {
    return images;
  }

  /** Lends a piece. */
  FloatBuffer take() {
    room.acquireUninterruptibly();
    FloatBuffer used = free.poll();
    if (used != null) {
      return used;
    }
    try {
      return ByteBuffer.allocateDirect(
              Math.multiplyExact(images * Float.BYTES, network.input().size()))
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer();
    } catch (OutOfMemoryError full) {
      room.release();
      throw new ProblemException(
          new Problem(
              Problem.Kind.MACHINE,
              "There is no memory for %d images of %s.".formatted(images, network.input()),
              "Give Java more memory or use smaller images."),
          full);
    }
  }

  /** Takes a piece back. */
  void give(FloatBuffer piece) {
    free.add(piece);
    room.release();
  }
}
