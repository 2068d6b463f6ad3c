package axial.extension;

import axial.job.Problem;
import axial.job.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who uses which bundle. A bundle that is held stays as it is until the last holder lets it go: an
 * update is installed beside it, and a removal waits. Bundles are meant by their numbers in the
 * framework, as two of one name and version may run at once. Thread-safe; nothing here waits.
 */
@ProviderType
public interface Leases {

  /**
   * Holds the bundles that the classes of these services came from, but those that retire.
   *
   * @param holder who holds them, as the user knows it: "training of final"
   * @param services any objects; those of no bundle are passed over
   */
  Lease hold(String holder, Collection<?> services);

  /** Who holds bundles of this name and version now, one entry for each lease. */
  List<String> holders(BundleName bundle);

  /** Who holds the bundle of that number now, one entry for each lease. */
  List<String> holders(long bundle);

  /**
   * Lets bundles retire: from here on nobody new gets hold of them, and their extensions are not
   * offered any more. Who holds them already keeps them, so that a bundle without holders after
   * this call has none ever after.
   */
  void retire(Collection<Long> bundles);

  /** Whether the bundle of that number retires. */
  boolean retires(long bundle);

  /** Calls {@code listener} whenever a bundle was let go, on the thread that did, until closed. */
  Watch onRelease(Runnable listener);

  /** A hold on bundles. Closing it twice is fine. */
  interface Lease extends AutoCloseable {

    /** How often {@link #take} searches. */
    int MOST_TRIES = 100;

    /**
     * Holds the bundles of more services until this is closed.
     *
     * @return false when one of the bundles retires and is not held by this lease yet; nothing is
     *     added then, and the caller looks for another service
     */
    boolean add(Collection<?> services);

    /**
     * Holds the bundle of what a search finds. What retires before it is held is searched for
     * again, as the newer one is there already.
     *
     * @param what is searched for, for the problem: "the finder \"exact\""
     * @throws ProblemException of kind EXTENSION when all that is found goes; what the search
     *     throws
     */
    default <T> T take(String what, Supplier<T> search) {
      for (int i = 0; i < MOST_TRIES; i++) {
        T found = search.get();
        if (add(List.of(found))) {
          return found;
        }
        Thread.onSpinWait();
      }
      throw ProblemException.of(
          Problem.Kind.EXTENSION,
          "The bundle of " + what + " is being removed.",
          "Try again when the change of the extensions is done.");
    }

    /** Lets the bundles go. */
    @Override
    void close();
  }

  /** Something that goes on until this is closed. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
