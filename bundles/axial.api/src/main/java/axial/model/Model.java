package axial.model;

import axial.data.Labels;
import axial.data.Shape;
import java.nio.FloatBuffer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A network with weights that can predict. Several threads may ask at once. Closing frees its
 * memory; nothing may be asked of it afterwards.
 */
@ProviderType
public interface Model extends AutoCloseable {

  /** What it was built from. */
  Network network();

  /** The classes that its probabilities are about. */
  Labels labels();

  /**
   * The probabilities of all classes for each image.
   *
   * @param batch images of the network's input shape, any number of them
   * @return {@code [batch.size()][labels().count()]}, each row of sum 1; for a single sigmoid unit
   *     the other class has one minus its value
   */
  double[][] predict(Batch batch);

  /**
   * The probabilities of all classes for images that are written where the model wants them. An
   * engine asks for as many at a time as its memory holds best.
   *
   * @param count how many images, at least 1
   * @param images writes image 0 to {@code count - 1}, each of the network's input shape
   * @return {@code [count][labels().count()]}, as {@link #predict(Batch)}
   * @throws RuntimeException what the writer throws, as it is; then no more images are asked for
   */
  default double[][] predict(int count, ImageWriter images) {
    Shape shape = network().input();
    double[][] all = new double[count][];
    for (int from = 0; from < count; from += 32) {
      int size = Math.min(32, count - from);
      FloatBuffer values = FloatBuffer.allocate(Math.multiplyExact(size, shape.size()));
      for (int i = 0; i < size; i++) {
        images.write(from + i, values.slice(i * shape.size(), shape.size()));
      }
      System.arraycopy(predict(new Batch(size, shape, values.array())), 0, all, from, size);
    }
    return all;
  }

  /**
   * How many images {@link #predict(int, ImageWriter)} computes at once. Several calls, each but
   * the last about a multiple of this, give the same answers as one call, bit by bit.
   */
  default int predictedAtOnce() {
    return 32;
  }

  @Override
  void close();
}
