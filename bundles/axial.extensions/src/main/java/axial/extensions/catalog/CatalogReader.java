package axial.extensions.catalog;

import axial.extensions.disk.Hash;
import axial.extensions.resolve.Described;
import axial.extensions.trust.Publisher;
import axial.extensions.trust.SignatureFile;
import axial.extensions.trust.TrustFolder;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a catalog and believes nothing that is not signed: the signature is over the bytes of
 * {@code catalog.json}, which has the hash of the index and of every jar.
 */
final class CatalogReader {

  static final int MOST_JSON = 16_000_000;
  static final int MOST_INDEX = 64_000_000;
  private static final int MOST_SIGNATURE = 1_000;
  private static final long MOST_JAR = 2_000_000_000L;
  private static final int TRIES = 3;
  private static final long PAUSE_MILLIS = 200;

  private final Json json = new Json();
  private final TrustFolder trust;

  CatalogReader(TrustFolder trust) {
    this.trust = trust;
  }

  /**
   * Reads a catalog. One that changes while it is read is read again.
   *
   * @param expected whose it must be; nothing for one that is only looked at
   * @throws ProblemException of kind INPUT, in one sentence, for anything that is wrong
   */
  SignedCatalog read(Place place, Optional<Publisher> expected, Progress progress) {
    for (int attempt = 1; ; attempt++) {
      try {
        return readOnce(place, expected, progress);
      } catch (ChangedException changed) {
        if (attempt == TRIES) {
          throw refuse(place, changed.why);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private SignedCatalog readOnce(Place place, Optional<Publisher> expected, Progress progress)
      throws ChangedException {
    byte[] bytes =
        place
            .read(CatalogFile.JSON, MOST_JSON, progress)
            .orElseThrow(() -> refuse(place, "has no " + CatalogFile.JSON + ", so it is none"));
    byte[] signature =
        place
            .read(CatalogFile.SIGNATURE, MOST_SIGNATURE, progress)
            .orElseThrow(() -> refuse(place, "is not signed"));
    SignatureFile signatures =
        SignatureFile.parse(signature)
            .orElseThrow(() -> refuse(place, "has a signature that is none"));
    if (expected.isPresent()) {
      checkSignature(place, expected.get(), bytes, signatures);
    }
    CatalogFile file = parse(place, bytes);
    Publisher publisher =
        Publisher.parse(file.key())
            .orElseThrow(() -> refuse(place, "names a key that is no Ed25519 key"));
    if (expected.isPresent() && !expected.get().key().equals(publisher.key())) {
      throw wrongKey(place, expected.get(), publisher);
    }
    refuseRevoked(place, publisher);
    if (!publisher.signed(bytes, signatures)) {
      throw new ChangedException("does not bear the signature of its own key");
    }
    byte[] index =
        place
            .read(CatalogFile.INDEX, MOST_INDEX, progress)
            .orElseThrow(() -> refuse(place, "has no " + CatalogFile.INDEX));
    if (index.length != file.index().bytes() || !Hash.of(index).equals(file.index().sha256())) {
      throw new ChangedException(
          "has an " + CatalogFile.INDEX + " that is not the one that was signed");
    }
    return new SignedCatalog(
        file,
        publisher,
        agreed(place, file, parse(place, CatalogFile.INDEX, () -> IndexReader.read(index))),
        new SignedCatalog.Copy(bytes, signature, index));
  }

  private void checkSignature(
      Place place, Publisher expected, byte[] bytes, SignatureFile signatures)
      throws ChangedException {
    refuseRevoked(place, expected);
    if (expected.signed(bytes, signatures)) {
      return;
    }
    // Who signed it instead is worth telling, and does not make it any better.
    Optional<Publisher> other = Publisher.parse(parse(place, bytes).key());
    if (other.isPresent() && !other.get().key().equals(expected.key())) {
      throw wrongKey(place, expected, other.get());
    }
    throw new ChangedException("was changed after it was signed");
  }

  private CatalogFile parse(Place place, byte[] bytes) {
    return parse(place, CatalogFile.JSON, () -> json.read(bytes, CatalogFile.class));
  }

  private static <T> T parse(Place place, String name, Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException broken) {
      throw refuse(place, "has a damaged " + name + ": " + broken.getMessage());
    }
  }

  /** The index and the releases must speak of the same jars. */
  private static Map<String, Described> agreed(Place place, CatalogFile file, List<Entry> index) {
    Map<String, Described> described = new HashMap<>();
    Set<String> indexed = new HashSet<>();
    for (Entry entry : index) {
      described.put(entry.sha256(), entry.described());
      if (!indexed.add(entry.described().name() + " " + entry.sha256() + " " + entry.bytes())) {
        throw refuse(place, "has " + entry.described().name() + " twice");
      }
    }
    Set<String> named = new HashSet<>();
    for (CatalogFile.ReleaseEntry release : file.releases()) {
      named.add(
          "%s %s %s %d"
              .formatted(
                  release.symbolicName(),
                  release.version(),
                  release.content().sha256(),
                  release.content().bytes()));
      if (release.content().bytes() > MOST_JAR) {
        throw refuse(
            place,
            "has a jar of %d bytes, %s %s, and Axial takes up to %d"
                .formatted(
                    release.content().bytes(),
                    release.symbolicName(),
                    release.version(),
                    MOST_JAR));
      }
    }
    if (!named.equals(indexed) || named.size() != file.releases().size()) {
      throw refuse(
          place,
          "has a " + CatalogFile.JSON + " and an " + CatalogFile.INDEX + " that do not agree");
    }
    return described;
  }

  private void refuseRevoked(Place place, Publisher publisher) {
    if (trust.revoked(publisher.fingerprint())) {
      throw refuse(
          place,
          "is signed by the key %s, which this workspace has revoked"
              .formatted(publisher.fingerprint()));
    }
  }

  private static ProblemException wrongKey(Place place, Publisher expected, Publisher found) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The catalog %s is signed by another key, %s, than the one that you trust, %s."
            .formatted(place.address(), found.fingerprint(), expected.fingerprint()),
        "Nothing was taken from it. Ask its publisher; if the key has really changed, forget the"
            + " catalog and add it again.");
  }

  static ProblemException refuse(Place place, String why) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The catalog %s %s.".formatted(place.address(), why),
        "Nothing was taken from it; ask its publisher.");
  }

  /** The files do not belong together; perhaps they are being written. */
  private static final class ChangedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    ChangedException(String why) {
      super(why);
      this.why = why;
    }
  }
}
