package axial.extensions.catalog;

import axial.extensions.disk.WholeFile;
import axial.extensions.trust.Fingerprint;
import axial.job.Problem;
import axial.job.ProblemException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code trust/catalogs.json}: which catalogs were added, whose each must be, and which
 * version of it was seen last. Thread-safe.
 */
final class CatalogList {

  private static final int MOST_BYTES = 1_000_000;

  private final Path file;
  private final Json json = new Json();

  CatalogList(Path file) {
    this.file = file;
  }

  /**
   * A catalog that was added.
   *
   * @param address where it is
   * @param publisher fingerprint of the key that must have signed it
   * @param version the highest that was seen
   * @param sha256 hash of its {@code catalog.json} in that version
   */
  record Known(String address, String publisher, long version, String sha256) {
    Known {
      publisher = new Fingerprint(publisher).text();
      URI.create(address);
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("a hash in it is none");
      }
    }

    URI uri() {
      return URI.create(address);
    }
  }

  private record Content(List<Known> catalogs) {
    Content {
      catalogs = List.copyOf(catalogs);
    }
  }

  /** In the order of the addresses; read anew each time, as another Axial may write. */
  synchronized List<Known> all() {
    Optional<byte[]> bytes = WholeFile.read(file, MOST_BYTES);
    try {
      return bytes.map(b -> json.read(b, Content.class).catalogs()).orElse(List.of());
    } catch (IllegalArgumentException broken) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The file %s is damaged: %s.".formatted(file, broken.getMessage()),
          "Restore it from a copy, or remove it and add the catalogs again.");
    }
  }

  Optional<Known> find(URI address) {
    return all().stream().filter(known -> known.uri().equals(address)).findFirst();
  }

  synchronized void put(Known known) {
    List<Known> others = without(known.uri());
    others.add(known);
    write(others);
  }

  synchronized void remove(URI address) {
    write(without(address));
  }

  private List<Known> without(URI address) {
    List<Known> others = new ArrayList<>(all());
    others.removeIf(known -> known.uri().equals(address));
    return others;
  }

  private void write(List<Known> catalogs) {
    catalogs.sort(Comparator.comparing(Known::address));
    WholeFile.write(file, json.write(new Content(catalogs)));
  }
}
