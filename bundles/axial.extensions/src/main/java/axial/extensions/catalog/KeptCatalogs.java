package axial.extensions.catalog;

import axial.extensions.trust.Fingerprint;
import axial.extensions.trust.Publisher;
import axial.extensions.trust.TrustFolder;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The last good state of each catalog that was added: which ones there are, and copies of them on
 * this disk, which are checked like any other when they are read. Thread-safe.
 */
final class KeptCatalogs {

  private final TrustFolder trust;
  private final CatalogList list;
  private final Copies copies;
  private final CatalogReader reader;
  private final Map<String, SignedCatalog> read = new ConcurrentHashMap<>();

  KeptCatalogs(TrustFolder trust, CatalogReader reader) {
    this.trust = trust;
    this.reader = reader;
    list = new CatalogList(trust.path().resolve("catalogs.json"));
    copies = new Copies(trust.path().resolve("copies"));
  }

  /** Which catalogs there are. */
  CatalogList list() {
    return list;
  }

  /**
   * The last good state.
   *
   * @throws ProblemException of kind INPUT when its copy was changed or its key is revoked
   */
  SignedCatalog of(CatalogList.Known each) {
    Publisher publisher = publisher(each);
    if (trust.revoked(publisher.fingerprint())) {
      read.remove(each.sha256());
    }
    return read.computeIfAbsent(
        each.sha256(),
        sha256 ->
            reader.read(copies.place(sha256, each.uri()), Optional.of(publisher), Progress.none()));
  }

  /** When a state was read last; nothing when its copy is not there. */
  Optional<Instant> readAt(CatalogList.Known each) {
    return copies.keptAt(each.sha256());
  }

  /** Whose a catalog must be. */
  Publisher publisher(CatalogList.Known each) {
    return trust
        .pinned(new Fingerprint(each.publisher()))
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.INPUT,
                    "The key of the catalog %s is no longer in %s."
                        .formatted(each.address(), trust.path()),
                    "Forget the catalog and add it again."));
  }

  /** Keeps a good state in the place of the former one. */
  void keep(URI address, SignedCatalog catalog) {
    String sha256 = copies.keep(catalog.copy());
    list.put(
        new CatalogList.Known(
            address.toString(),
            catalog.publisher().fingerprint().text(),
            catalog.file().version(),
            sha256));
    read.put(sha256, catalog);
    sweep();
  }

  /** Forgets a catalog. */
  void forget(URI address) {
    list.remove(address);
    sweep();
  }

  private void sweep() {
    var kept =
        list.all().stream().map(CatalogList.Known::sha256).collect(Collectors.toUnmodifiableSet());
    read.keySet().retainAll(kept);
    copies.sweep(kept);
  }
}
