package axial.data;

import axial.job.Extension;
import axial.job.Seed;
import axial.job.Settings;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Splits a data set into training, validation and test part. */
@ConsumerType
public interface Splitter extends Extension {

  /**
   * The split: groups stay whole, and the same samples and seed give the same split.
   *
   * @throws axial.job.ProblemException of kind INPUT when a part would have no sample of a class
   */
  Split split(DistinctSamples samples, Settings settings, Seed seed);

  /** The shares that it aims at with these settings; nothing when it aims at none. */
  default Optional<Shares> wanted(Settings settings) {
    return Optional.empty();
  }
}
