package axial.extension;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who uses which bundle. A bundle that is held stays as it is until the last holder lets it go: an
 * update is installed beside it, and a removal waits. Thread-safe.
 */
@ProviderType
public interface Leases {

  /**
   * Holds the bundles that the classes of these services came from.
   *
   * @param holder who holds them, as the user knows it: "training of final"
   * @param services any objects; those of no bundle are passed over
   */
  Lease hold(String holder, Collection<?> services);

  /** Who holds a bundle now, one entry for each lease. */
  List<String> holders(BundleName bundle);

  /** Calls {@code listener} whenever a bundle was let go, on the thread that did, until closed. */
  Watch onRelease(Runnable listener);

  /** A hold on bundles. Closing it twice is fine. */
  interface Lease extends AutoCloseable {
    /** Lets the bundles go. */
    @Override
    void close();
  }

  /** A listener that is called until this is closed. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
