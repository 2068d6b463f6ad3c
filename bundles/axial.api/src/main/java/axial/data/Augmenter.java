package axial.data;

import axial.job.Extension;
import axial.job.Seed;
import axial.job.Settings;
import org.osgi.annotation.versioning.ConsumerType;

/** Varies training images at random. */
@ConsumerType
public interface Augmenter extends Extension {

  /**
   * A variation of the image, of the same shape. All randomness comes from {@code seed}, which
   * differs for each (run, epoch, sample). Called from several threads at once.
   */
  Image augment(Image image, Settings settings, Seed seed);
}
