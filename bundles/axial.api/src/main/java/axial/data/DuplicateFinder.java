package axial.data;

import axial.job.Extension;
import axial.job.Progress;
import axial.job.Settings;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds the duplicates of a whole data set, across its classes. */
@ConsumerType
public interface DuplicateFinder extends Extension {

  /**
   * The groups, in the order of their first sample; no sample is in two groups. Called on a
   * background thread.
   *
   * @throws axial.job.CancelledException when cancelled
   */
  List<DuplicateGroup> find(Dataset dataset, Settings settings, Progress progress);
}
