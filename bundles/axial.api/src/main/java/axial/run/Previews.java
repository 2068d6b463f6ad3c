package axial.run;

import axial.data.Dataset;
import axial.job.Progress;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Shows what augmentation does, before anything is trained. Thread-safe. */
@ProviderType
public interface Previews {

  /**
   * Makes a preview on the calling thread. Its variations are those that a run with the same seed,
   * augmenters and input trains on in its first epochs.
   *
   * @throws axial.job.ProblemException of kind USAGE when a name or value is unknown, of kind INPUT
   *     when the data cannot be read
   * @throws axial.job.CancelledException when cancelled
   */
  Preview make(PreviewRequest request, Progress progress);

  /**
   * The same with data that are open already, so that it takes no longer than its pictures.
   *
   * @param dataset what the source found at the address of the request with its settings
   */
  Preview make(PreviewRequest request, Dataset dataset, Progress progress);

  /**
   * Writes a preview as one PNG picture, whole or not at all.
   *
   * @param file must not exist
   * @throws axial.job.ProblemException of kind OUTPUT when it exists or cannot be written
   */
  void write(Preview preview, Path file);
}
