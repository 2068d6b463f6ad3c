package axial.run;

import axial.job.Progress;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Packs runs to send them to another lab, and takes them in: RO-Crate 1.1 in a zip, with the
 * Process Run Crate profile. All methods may take long and are called on a background thread.
 */
@ProviderType
public interface RunCrates {

  /**
   * Packs a finished run with the hashes of its files and of the software that made it.
   *
   * @param folder of the run
   * @param file must not exist; or nothing for {@code <run>.zip} in the current folder
   * @param lock the lock file to attach
   * @param images whether images go along: those of the data, the explanations and the report;
   *     without them all three stay here
   * @return the file
   * @throws axial.job.ProblemException of kind USAGE when the run is not finished, of kind INPUT
   *     when an image is missing, of kind OUTPUT when the file is there or cannot be written
   */
  Path pack(Path folder, Optional<Path> file, Path lock, boolean images, Progress progress);

  /**
   * Takes a packed run into the workspace, under its own name or the next free one.
   *
   * @return its folder
   * @throws axial.job.ProblemException of kind INPUT, and nothing is kept, when the file is no such
   *     crate, a file in it is not what the crate says, its names lead elsewhere or come twice, or
   *     it would unpack to far more than it is
   */
  Path unpack(Path file, Progress progress);
}
