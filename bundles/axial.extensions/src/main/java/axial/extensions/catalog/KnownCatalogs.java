package axial.extensions.catalog;

import axial.extension.Catalogs;
import axial.extensions.disk.Hash;
import axial.extensions.trust.Fingerprint;
import axial.extensions.trust.TrustFolder;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The catalogs of a workspace, and the keys that it trusts. Thread-safe. */
@Component(service = {Catalogs.class, Offers.class})
public final class KnownCatalogs implements Catalogs, Offers {

  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int MOST_PICTURE = 20_000_000;

  private final TrustFolder trust;
  private final KeptCatalogs kept;
  private final CatalogList known;
  private final CatalogReader reader;
  private final Places places;
  private final Map<URI, String> troubles = new ConcurrentHashMap<>();

  /** The catalogs of the workspace of this framework. */
  @Activate
  public KnownCatalogs(BundleContext framework) {
    this(
        Path.of(Optional.ofNullable(framework.getProperty("axial.workspace")).orElse("workspace")),
        SILENCE);
  }

  /**
   * The catalogs of a workspace.
   *
   * @param silence how long a server may say nothing
   */
  public KnownCatalogs(Path workspace, Duration silence) {
    trust = new TrustFolder(workspace.resolve("trust"));
    reader = new CatalogReader(trust);
    kept = new KeptCatalogs(trust, reader);
    known = kept.list();
    places = new Places(silence);
  }

  @Override
  public List<Catalog> list() {
    return known.all().stream().map(this::shown).toList();
  }

  @Override
  public List<URI> suggested() {
    Set<URI> added =
        known.all().stream().map(CatalogList.Known::uri).collect(Collectors.toUnmodifiableSet());
    return Suggestions.read().stream().filter(address -> !added.contains(address)).toList();
  }

  private Catalog shown(CatalogList.Known each) {
    String trouble = troubles.getOrDefault(each.uri(), "");
    try {
      return kept.of(each).shown(each.uri(), trouble);
    } catch (ProblemException broken) {
      return new Catalog(
          each.uri(),
          each.address(),
          each.version(),
          each.publisher(),
          List.of(),
          broken.problem().text());
    }
  }

  @Override
  public Catalog look(URI address, Progress progress) {
    URI canonical = Addresses.canonical(address);
    return reader.read(places.of(canonical), Optional.empty(), progress).shown(canonical, "");
  }

  @Override
  public Catalog add(URI address, String fingerprint, Progress progress) {
    URI canonical = Addresses.canonical(address);
    Fingerprint wanted = Fingerprint.parse(fingerprint);
    Place place = places.of(canonical);
    SignedCatalog catalog = reader.read(place, Optional.empty(), progress);
    Fingerprint found = catalog.publisher().fingerprint();
    if (!found.equals(wanted)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The catalog %s is signed by the key %s and not by %s."
              .formatted(canonical, found, wanted),
          "It was not added; ask its publisher for the fingerprint.");
    }
    Optional<CatalogList.Known> before = known.find(canonical);
    if (before.isPresent() && before.get().publisher().equals(found.text())) {
      refuseOlder(place, before.get(), catalog);
    }
    trust.pin(catalog.publisher());
    keep(canonical, catalog);
    return catalog.shown(canonical, "");
  }

  @Override
  public void remove(URI address) {
    URI canonical = Addresses.canonical(address);
    if (known.find(canonical).isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "There is no catalog " + canonical + " in this workspace.",
          "See ./axial extensions catalogs for those that there are.");
    }
    kept.forget(canonical);
    troubles.remove(canonical);
  }

  @Override
  public List<Catalog> refresh(Progress progress) {
    List<CatalogList.Known> all = known.all();
    for (int i = 0; i < all.size(); i++) {
      progress.at("Reading catalogs", i, all.size());
      progress.check();
      refresh(all.get(i), progress);
    }
    progress.at("Reading catalogs", all.size(), all.size());
    return list();
  }

  private void refresh(CatalogList.Known each, Progress progress) {
    try {
      Place place = places.of(each.uri());
      SignedCatalog catalog = reader.read(place, Optional.of(kept.publisher(each)), progress);
      refuseOlder(place, each, catalog);
      keep(each.uri(), catalog);
    } catch (ProblemException refused) {
      troubles.put(each.uri(), refused.problem().text());
    }
  }

  private static void refuseOlder(Place place, CatalogList.Known last, SignedCatalog now) {
    if (now.file().version() < last.version()) {
      throw CatalogReader.refuse(
          place,
          "has version %d and had version %d already"
              .formatted(now.file().version(), last.version()));
    }
    if (now.file().version() == last.version()
        && !Hash.of(now.copy().json()).equals(last.sha256())) {
      throw CatalogReader.refuse(
          place, "has changed without a new version; it is still " + last.version());
    }
  }

  private void keep(URI address, SignedCatalog catalog) {
    kept.keep(address, catalog);
    troubles.remove(address);
  }

  @Override
  public Optional<Instant> readAt(URI address) {
    return known.find(Addresses.canonical(address)).flatMap(kept::readAt);
  }

  @Override
  public void revoke(String fingerprint) {
    trust.revoke(Fingerprint.parse(fingerprint));
  }

  @Override
  public List<Offer> all() {
    List<Offer> offers = new ArrayList<>();
    for (CatalogList.Known each : known.all()) {
      try {
        offers.addAll(kept.of(each).offers(each.uri()));
      } catch (ProblemException refused) {
        troubles.put(each.uri(), refused.problem().text());
      }
    }
    return offers;
  }

  @Override
  public boolean revoked(String publisher) {
    return trust.revoked(Fingerprint.parse(publisher));
  }

  @Override
  public Optional<Release> release(String sha256) {
    return find(sha256).map(Offer::release);
  }

  @Override
  public InputStream open(Offer offer, Progress progress) {
    Place place = places.of(offer.catalog());
    String path = Entry.path(offer.release().bundle().name());
    return place
        .open(path, offer.release().bundle().bytes(), progress)
        .orElseThrow(() -> CatalogReader.refuse(place, "lacks " + path));
  }

  @Override
  public byte[] screenshot(Release release, String path, Progress progress) {
    URI address =
        release
            .bundle()
            .origin()
            .map(origin -> URI.create(origin.catalog()))
            .orElseThrow(() -> new IllegalArgumentException("The release is of no catalog."));
    Place place = places.of(address);
    CatalogFile.Content content =
        known
            .find(address)
            .flatMap(
                each ->
                    kept.of(each).file().releases().stream()
                        .flatMap(entry -> entry.screenshots().stream())
                        .filter(picture -> picture.path().equals(path))
                        .findFirst())
            .map(CatalogFile.Screenshot::content)
            .orElseThrow(() -> CatalogReader.refuse(place, "has no picture " + path));
    byte[] bytes =
        place
            .read(path, (int) Math.min(MOST_PICTURE, content.bytes()), progress)
            .orElseThrow(() -> CatalogReader.refuse(place, "lacks " + path));
    if (!Hash.of(bytes).equals(content.sha256())) {
      throw CatalogReader.refuse(place, "has a picture that was changed, " + path);
    }
    return bytes;
  }
}
