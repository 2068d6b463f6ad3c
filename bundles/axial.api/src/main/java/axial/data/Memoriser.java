package axial.data;

import axial.job.Progress;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Answers with the class of the most similar picture that it knows, and learns nothing: what a
 * split gives away to plain memory. A network that is no better has shown nothing.
 */
@ProviderType
public interface Memoriser {

  /**
   * The class of the nearest neighbour of each test sample among the known ones, by the distance of
   * their thumbnails.
   *
   * @param known samples with their labels, at least one
   * @return a label for each test sample, in their order
   * @throws axial.job.CancelledException when cancelled
   */
  int[] recall(List<Sample> known, List<Sample> test, PixelReader pixels, Progress progress);
}
