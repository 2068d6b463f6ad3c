package axial.extensions.install;

import axial.extension.LockedBundle;
import axial.extensions.catalog.Offer;
import axial.extensions.catalog.Offers;
import axial.extensions.jar.JarContents;
import axial.extensions.lock.Store;
import axial.extensions.resolve.Described;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of bundles: their lines of a lock file, and what they offer and require. */
final class Known {

  private final Store store;
  private final Offers offers;
  private final Map<String, Described> stored = new ConcurrentHashMap<>();

  Known(Store store, Offers offers) {
    this.store = store;
    this.offers = offers;
  }

  /** Bundles, each with its line; a description is known by its identity. */
  static final class Lines {
    private final IdentityHashMap<Described, LockedBundle> lines = new IdentityHashMap<>();

    Described add(LockedBundle line, Described described) {
      lines.put(described, line);
      return described;
    }

    LockedBundle line(Described described) {
      return Optional.ofNullable(lines.get(described))
          .orElseThrow(() -> new IllegalArgumentException(described + " is not among these."));
    }

    List<LockedBundle> lines(List<Described> all) {
      return all.stream().map(this::line).toList();
    }
  }

  /** All that catalogs offer. */
  List<Described> offered(Lines lines) {
    List<Described> all = new ArrayList<>();
    for (Offer offer : offers.all()) {
      all.add(lines.add(offer.release().bundle(), offer.described()));
    }
    return all;
  }

  /**
   * What a line of a lock file offers and requires: from the jar in the store, else from a catalog.
   *
   * @throws ProblemException of kind INPUT when neither has that jar
   */
  Described describe(LockedBundle line, Progress progress) {
    if (store.has(line)) {
      return stored.computeIfAbsent(
          line.sha256(),
          sha256 ->
              JarContents.read(store.file(sha256), line.name().toString(), progress).described());
    }
    return find(line).map(Offer::described).orElseThrow(() -> nowhere(line));
  }

  private Optional<Offer> find(LockedBundle line) {
    return offers
        .find(line.sha256())
        .filter(offer -> offer.release().bundle().name().equals(line.name()));
  }

  /**
   * Refuses what a revoked publisher has signed.
   *
   * @throws ProblemException of kind INPUT
   */
  void refuseRevoked(LockedBundle line) {
    line.origin()
        .filter(origin -> offers.revoked(origin.publisher()))
        .ifPresent(
            origin -> {
              throw ProblemException.of(
                  Problem.Kind.INPUT,
                  "%s was published with the key %s, which this workspace has revoked."
                      .formatted(line.name(), origin.publisher()),
                  "Nothing was changed; ask its publisher for a release under another key.");
            });
  }

  /** The line of a catalog with the same name and hash. */
  Optional<LockedBundle> offer(LockedBundle line) {
    return find(line).map(offer -> offer.release().bundle());
  }

  /** Opens the jar of a line, from a catalog that has it. */
  InputStream open(LockedBundle line, Progress progress) {
    return offers.open(find(line).orElseThrow(() -> nowhere(line)), progress);
  }

  /** The problem of a jar that cannot be had. */
  static ProblemException nowhere(LockedBundle line) {
    String from =
        line.origin()
            .map(origin -> "Add the catalog it came from, " + origin.catalog() + ", or")
            .orElse("It came from a file; ask for that file and");
    return ProblemException.of(
        Problem.Kind.INPUT,
        "No known catalog has %s with the SHA-256 %s.".formatted(line.name(), line.sha256()),
        from + " install it from the jar with that hash.");
  }
}
