package axial.extensions.catalog;

import axial.job.Progress;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What all known catalogs have, for the rest of this bundle. Thread-safe. */
public interface Offers {

  /** All offers of catalogs that are not revoked, as they were read last. */
  List<Offer> all();

  /** The offer of a jar with that hash. */
  default Optional<Offer> find(String sha256) {
    return all().stream()
        .filter(offer -> offer.release().bundle().sha256().equals(sha256))
        .findFirst();
  }

  /** Whether the key of that fingerprint is trusted no more. */
  boolean revoked(String publisher);

  /**
   * Opens the jar of an offer; the stream throws when there are more bytes than were promised.
   *
   * @throws axial.job.ProblemException of kind INPUT when it cannot be fetched
   */
  InputStream open(Offer offer, Progress progress);
}
