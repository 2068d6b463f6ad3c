package axial.data;

import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  /**
   * The files that samples were opened from, to be sent to another lab. Called on a background
   * thread. A source that does not say so cannot send its images.
   *
   * @param address as in {@link #open}
   * @return the files by their paths below a folder, with forward slashes, from which {@link
   *     #addressIn} opens the same samples again; empty when the images are computed anew
   * @throws axial.job.ProblemException of kind USAGE when they cannot be sent, of kind INPUT when
   *     one is not there any more
   */
  default Map<String, Path> files(String address, List<Sample> samples) {
    throw ProblemException.of(
        Problem.Kind.USAGE,
        "The data source \"" + id() + "\" cannot say which files its images are in.",
        "Pack the run without them, and send the data by another way.");
  }

  /**
   * The address of samples whose {@link #files} lie in a folder now.
   *
   * @param samples as they were when they were opened
   */
  default String addressIn(Path folder, List<Sample> samples) {
    return folder.toString();
  }
}
