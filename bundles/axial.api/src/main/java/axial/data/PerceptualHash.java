package axial.data;

import axial.job.Extension;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Sums up how a picture looks in 64 bits: pictures that look alike differ in few of them. It has no
 * settings, as hashes are kept and compared over years.
 */
@ConsumerType
public interface PerceptualHash extends Extension {

  /** The hash of a thumbnail. Called from several threads at once. */
  long hash(Thumbnail thumbnail);
}
