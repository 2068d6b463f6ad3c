package axial.engine.dl4j.layers;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Goes over long native arrays in pieces that fit the first cache: each piece is copied to a Java
 * array, computed there (where the JVM uses vector instructions), and copied back. Every value is
 * computed alone, so the number of threads changes nothing.
 */
public final class Chunks {

  /** Values in a piece. */
  public static final int SIZE = 4096;

  private final int threads;

  /** Works on that many threads, at least 1. */
  public Chunks(int threads) {
    this.threads = threads;
  }

  /** Makes one worker with arrays of its own for each thread. */
  public interface Maker {
    /** Makes the worker of one thread. */
    Worker make();
  }

  /** Computes one piece. */
  public interface Worker {
    /** Computes {@code length} values from place {@code from} on; at most {@link #SIZE}. */
    void work(long from, int length);
  }

  /** Does all values; returns when they are done. */
  public void over(long length, Maker maker) {
    long pieces = (length + SIZE - 1) / SIZE;
    int parts = (int) Math.min(threads, pieces);
    if (parts == 1) {
      part(maker.make(), 0, pieces, length);
    } else {
      IntStream.range(0, parts)
          .parallel()
          .forEach(p -> part(maker.make(), pieces * p / parts, pieces * (p + 1) / parts, length));
    }
  }

  /** Where the first value of an array is; a view's buffer begins earlier. */
  public static long address(INDArray array) {
    return array.data().pointer().address() + Float.BYTES * array.offset();
  }

  /** {@code length} floats of native memory from the place {@code from} after an address on. */
  public static FloatBuffer values(long address, long from, int length) {
    return new Address(address + Float.BYTES * from, length).asBuffer();
  }

  private static void part(Worker worker, long first, long end, long length) {
    for (long piece = first; piece < end; piece++) {
      long from = piece * SIZE;
      worker.work(from, (int) Math.min(SIZE, length - from));
    }
  }
}
