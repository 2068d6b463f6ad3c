package axial.extension;

import axial.job.Progress;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The extensions of a workspace, and how their set is changed. A change is planned in words first,
 * then carried out whole or not at all: whatever goes wrong, the former set goes on working, and
 * after a crash the workspace has the old set or the new one.
 *
 * <p>All methods may take long and are called on a background thread; one change at a time. They
 * throw {@link axial.job.ProblemException}: of kind INPUT for a jar, catalog or lock file that is
 * refused, of kind EXTENSION for one that does not fit what is installed or does not start, of kind
 * OUTPUT when the workspace cannot be written.
 */
@ProviderType
public interface Installation {

  /** The extensions of the workspace in the order of their names; built-in bundles are not here. */
  List<Installed> list();

  /**
   * One extension as it stands.
   *
   * @param bundle what it is and where it came from
   * @param state how it stands
   * @param reason why it does not work, in words; empty when it does
   * @param holders who uses it now
   */
  record Installed(LockedBundle bundle, State state, String reason, List<String> holders) {
    /** Copies the list. */
    public Installed {
      holders = List.copyOf(holders);
    }
  }

  /** How an extension can stand. */
  enum State {
    /** It works. */
    ACTIVE,
    /** A newer one, or none, takes its place as soon as nobody holds it. */
    RETIRING,
    /** It did not resolve or start, or its file is not what was locked. */
    FAILED,
    /** It is installed, and Axial was started without extensions. */
    SET_ASIDE,
    /** It is installed, and started only in processes of their own; never in this one. */
    ISOLATED
  }

  /**
   * Finds out what a change needs, before anything is downloaded or changed.
   *
   * @throws axial.job.ProblemException that says in words what is missing or in conflict: "lab.net
   *     1.1.0 needs axial.model 1.4, this is 1.3."
   */
  Plan plan(Change change, Progress progress);

  /** What is wanted. */
  sealed interface Change {

    /**
     * Installs a bundle, or another version in the place of the installed one, with what it needs.
     *
     * @param symbolicName of the bundle
     * @param version an exact version, or empty for the newest that fits
     */
    record Install(String symbolicName, String version) implements Change {}

    /**
     * Installs the newest version that fits of a bundle that is there. Unlike {@link Install} it
     * does not ask for the bundle itself: one that came because others need it still goes with the
     * last of them.
     */
    record Update(String symbolicName) implements Change {}

    /** Installs the bundle of a file, in the place of an installed version if there is one. */
    record InstallFile(Path jar) implements Change {}

    /**
     * Removes a bundle, and what came along with it or with others and nobody needs any more;
     * bundles that were installed by their own names stay.
     */
    record Remove(String symbolicName) implements Change {}

    /** Brings the workspace to the exact set of a lock file. */
    record Restore(Path lock) implements Change {}

    /** Brings the workspace to exactly these bundles, each by its hash. */
    record Become(List<LockedBundle> bundles) implements Change {
      /** Copies the list. */
      public Become {
        bundles = List.copyOf(bundles);
      }
    }
  }

  /**
   * What a change does.
   *
   * @param added what comes, dependencies included
   * @param removed what goes
   * @param downloadBytes how much is downloaded
   * @param heldBy who uses what goes; it then stays until they let it go
   */
  record Plan(
      Change change,
      List<LockedBundle> added,
      List<LockedBundle> removed,
      long downloadBytes,
      List<String> heldBy) {
    /** Copies the lists. */
    public Plan {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      heldBy = List.copyOf(heldBy);
    }
  }

  /** Carries a plan out, whole or not at all. */
  Done apply(Plan plan, Progress progress);

  /**
   * Carries a plan out so that nothing of what it adds is started in this process, now or later:
   * {@link axial.run.IsolatedRuns} starts it in processes of their own. So it stays for later
   * versions, until the extension is removed.
   *
   * @throws axial.job.ProblemException of kind EXTENSION when the plan takes the place of one that
   *     runs in this process
   */
  Done applyIsolated(Plan plan, Progress progress);

  /**
   * What was done.
   *
   * @param summary one sentence
   * @param retiring what is still held, and goes when it is let go
   */
  record Done(String summary, List<BundleName> retiring) {
    /** Copies the list. */
    public Done {
      retiring = List.copyOf(retiring);
    }
  }

  /** Writes the lock file of the set, to keep, to send or to attach to a paper. */
  void exportLock(Path file);

  /** Writes a lock file of these bundles, such as those that a run was made with. */
  void exportLock(Path file, List<LockedBundle> bundles);

  /** Waits until nothing retires any more. */
  void awaitRetired(Progress progress);
}
