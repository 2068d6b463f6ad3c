package axial.data;

import axial.job.Progress;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Thumbnails of images, kept by content id, so that each image is decoded for it once. */
@ProviderType
public interface Thumbnails {

  /**
   * The thumbnails of samples, in their order. Called on a background thread; decodes those that
   * are not kept yet on several threads.
   *
   * @throws axial.job.ProblemException of kind INPUT when an image can no longer be read
   * @throws axial.job.CancelledException when cancelled; what was made is kept
   */
  List<Thumbnail> of(List<Sample> samples, PixelReader pixels, Progress progress);
}
