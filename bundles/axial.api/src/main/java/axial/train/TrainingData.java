package axial.train;

import axial.data.Image;
import axial.data.Labels;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The images of a training, by index. Thread-safe, and the same answer for the same question, so
 * that several threads may prepare batches in any order.
 */
@ProviderType
public interface TrainingData {

  /** The classes. */
  Labels labels();

  /** How many training samples there are. */
  int trainSize();

  /** The true class of a training sample. */
  int trainLabel(int index);

  /**
   * A training image, augmented for this epoch.
   *
   * @param index 0 to {@code trainSize() - 1}
   * @param epoch from 1 on
   */
  Image trainImage(int index, int epoch);

  /** How many validation samples there are. */
  int validationSize();

  /** The true class of a validation sample. */
  int validationLabel(int index);

  /** A validation image, never augmented. */
  Image validationImage(int index);
}
