package axial.extensions.set;

import axial.extension.Installation;
import axial.extension.LockedBundle;
import java.util.List;

/**
 * The set of extensions that runs now. Every jar of a wanted set lies in the store already, and its
 * hash was checked there.
 */
public interface RunningSet {

  /** The lines of the lock file. */
  List<LockedBundle> locked();

  /**
   * Makes another set run and locks it, or leaves the former one running and locked.
   *
   * @param wanted the whole new set, in any order
   * @return what is still held and goes later
   * @throws axial.job.ProblemException of kind EXTENSION that says what did not resolve, start or
   *     come up in time; of kind OUTPUT when the lock file cannot be written
   */
  Installation.Done become(List<LockedBundle> wanted, String summary);
}
