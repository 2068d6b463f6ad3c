package axial.extensions.catalog;

import axial.job.Progress;
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

  /** Fetches the jar of an offer, as many bytes as were promised and no more. */
  void fetch(Offer offer, Sink sink, Progress progress);
}
