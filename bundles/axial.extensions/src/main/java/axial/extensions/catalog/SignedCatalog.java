package axial.extensions.catalog;

import axial.extension.Catalogs;
import axial.extension.LockedBundle;
import axial.extensions.resolve.Described;
import axial.extensions.trust.Publisher;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalog whose signature and hashes were checked.
 *
 * @param file what {@code catalog.json} says
 * @param publisher whose key signed it
 * @param described what each bundle offers and requires, by the hash of its jar
 * @param copy the three files as they were read, to keep
 */
record SignedCatalog(
    CatalogFile file, Publisher publisher, Map<String, Described> described, Copy copy) {

  /** The bytes of the three files. */
  static final class Copy {
    private final byte[] json;
    private final byte[] signature;
    private final byte[] index;

    Copy(byte[] json, byte[] signature, byte[] index) {
      this.json = json;
      this.signature = signature;
      this.index = index;
    }

    byte[] json() {
      return json;
    }

    byte[] signature() {
      return signature;
    }

    byte[] index() {
      return index;
    }
  }

  SignedCatalog {
    described = Map.copyOf(described);
  }

  /** The catalog as users see it. */
  Catalogs.Catalog shown(URI address, String trouble) {
    return new Catalogs.Catalog(
        address,
        file.name(),
        file.version(),
        publisher.fingerprint().text(),
        file.releases().stream().map(entry -> release(address, entry)).toList(),
        trouble);
  }

  /** A release as users see it. */
  Catalogs.Release release(URI address, CatalogFile.ReleaseEntry entry) {
    return new Catalogs.Release(
        new LockedBundle(
            entry.name(),
            entry.content().sha256(),
            entry.content().bytes(),
            Optional.of(
                new LockedBundle.Origin(address.toString(), publisher.fingerprint().text()))),
        entry.title(),
        entry.description(),
        entry.needs(),
        entry.licence(),
        entry.author(),
        entry.screenshots().stream().map(CatalogFile.Screenshot::path).toList());
  }

  /** All that can be installed from it. */
  List<Offer> offers(URI address) {
    List<Offer> offers = new ArrayList<>();
    for (CatalogFile.ReleaseEntry entry : file.releases()) {
      Optional.ofNullable(described.get(entry.content().sha256()))
          .ifPresent(known -> offers.add(new Offer(release(address, entry), known, address)));
    }
    return offers;
  }
}
