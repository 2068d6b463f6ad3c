package axial.extension;

import axial.job.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The jars of the folder {@code plugins} of a workspace, for those who develop extensions: they are
 * started as they are, without a catalog or a line in the lock file.
 */
@ProviderType
public interface LooseJars {

  /**
   * Watches the folder until closed. A jar that is new or rebuilt is put in the place of the
   * running bundle of its symbolic name as soon as it is whole, by the same steps as an update; one
   * that is removed takes its bundle with it. The folder is made when it is not there.
   *
   * @param listener hears of each change, on a thread of the watch
   * @throws axial.job.ProblemException of kind OUTPUT when the folder cannot be watched
   */
  Leases.Watch watch(Consumer<Swap> listener);

  /**
   * A change of the folder.
   *
   * @param jar the file
   * @param bundle that it is or was; nothing when that cannot be read
   * @param removed whether the file is gone
   * @param problem why the former bundle goes on instead; nothing when the change is done
   */
  record Swap(Path jar, Optional<BundleName> bundle, boolean removed, Optional<Problem> problem) {}
}
