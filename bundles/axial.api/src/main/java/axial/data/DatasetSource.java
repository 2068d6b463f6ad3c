package axial.data;

import axial.job.Extension;
import axial.job.Progress;
import axial.job.Settings;
import org.osgi.annotation.versioning.ConsumerType;

/** Opens a data set, for example a folder of class folders, or computed phantoms. */
@ConsumerType
public interface DatasetSource extends Extension {

  /** Whether this source can open that address; looks at its form only, and returns at once. */
  boolean accepts(String address);

  /**
   * Lists all samples and computes their content ids. Called on a background thread.
   *
   * @param address what the user gave, such as a folder or {@code phantom}
   * @throws axial.job.ProblemException of kind INPUT when nothing usable is there
   * @throws axial.job.CancelledException when cancelled
   */
  Dataset open(String address, Settings settings, Progress progress);
}
