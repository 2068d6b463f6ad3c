package axial.model;

import axial.data.Labels;
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

  @Override
  void close();
}
