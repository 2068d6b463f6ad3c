package axial.data;

import axial.job.Extension;
import axial.job.Seed;
import axial.job.Settings;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Varies training images at random. */
@ConsumerType
public interface Augmenter extends Extension {

  /**
   * A variation of the image, of the same shape. All randomness comes from {@code seed}, which
   * differs for each (run, epoch, sample). Called from several threads at once.
   */
  Image augment(Image image, Settings settings, Seed seed);

  /**
   * The mask of an image, moved as {@link #augment} moves the image with the same settings and
   * seed. One that changes intensities only leaves the mask as it is.
   *
   * @param mask one channel, 1 inside and 0 outside, of the height and width of the image
   */
  default Image augmentMask(Image mask, Settings settings, Seed seed) {
    return mask;
  }

  /**
   * What may go wrong with these settings on such classes, one sentence each: for example that
   * swapping left and right makes classes that are about a side wrong.
   */
  default List<String> cautions(Settings settings, Labels labels) {
    return List.of();
  }
}
