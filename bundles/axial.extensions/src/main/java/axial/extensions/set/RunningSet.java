package axial.extensions.set;

import axial.extension.Installation;
import axial.extension.LockedBundle;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The set of extensions that runs now. Every jar of a wanted set lies in the store already, and its
 * hash was checked there. All methods are called on a background thread, and one change is made at
 * a time.
 */
public interface RunningSet {

  /** The lines of the lock file, as this Axial has read or written it. */
  List<LockedBundle> locked();

  /** The lines of the lock file and what is about to go, each as it stands. */
  List<Installation.Installed> list();

  /**
   * The jars of locked lines of that name which do not run, as a loose jar has their place; each is
   * whole.
   */
  List<Path> shadowed(String symbolicName);

  /** Who uses the running bundles of these lines now, each once. */
  List<String> holders(List<LockedBundle> bundles);

  /**
   * Makes another set run and locks it, or leaves the former one running and locked.
   *
   * @param wanted the whole new set, in any order
   * @return what is still held and goes later
   * @throws axial.job.ProblemException of kind EXTENSION that says what did not resolve, start or
   *     come up in time, or that another Axial has changed the lock file; of kind OUTPUT when the
   *     lock file cannot be written
   */
  Installation.Done become(List<LockedBundle> wanted, String summary);

  /**
   * From now on nothing of these names is started in this process, until it has left the set.
   *
   * @throws axial.job.ProblemException of kind EXTENSION when one is running here
   */
  void isolate(Collection<String> symbolicNames);

  /**
   * Waits until nothing retires any more.
   *
   * @throws axial.job.CancelledException when the user does not want to wait longer
   */
  void awaitRetired(Progress progress);
}
