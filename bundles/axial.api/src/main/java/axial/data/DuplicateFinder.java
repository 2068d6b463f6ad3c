package axial.data;

import axial.job.Extension;
import axial.job.Progress;
import axial.job.Settings;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds the duplicates of a whole data set, across its classes. */
@ConsumerType
public interface DuplicateFinder extends Extension {

  /**
   * Groups of duplicates, and the pairs that look alike. Called on a background thread.
   *
   * @throws axial.job.CancelledException when cancelled
   */
  Duplicates find(Dataset dataset, Settings settings, Progress progress);
}
