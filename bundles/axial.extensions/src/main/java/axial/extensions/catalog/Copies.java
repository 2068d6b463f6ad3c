package axial.extensions.catalog;

import axial.extensions.disk.Hash;
import axial.extensions.disk.WholeFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The last good state of each catalog, for work without a network: a folder for each, named by the
 * hash of its {@code catalog.json}.
 */
final class Copies {

  private final Path folder;

  Copies(Path folder) {
    this.folder = folder;
  }

  /** Keeps a state and tells its hash. */
  String keep(SignedCatalog.Copy copy) {
    String sha256 = Hash.of(copy.json());
    Path place = folder.resolve(sha256);
    WholeFile.write(place.resolve(CatalogFile.INDEX), copy.index());
    WholeFile.write(place.resolve(CatalogFile.SIGNATURE), copy.signature());
    WholeFile.write(place.resolve(CatalogFile.JSON), copy.json());
    return sha256;
  }

  /** The place of a kept state, under the address of its catalog. */
  Place place(String sha256, URI address) {
    return new FolderPlace(folder.resolve(sha256), address);
  }

  /** When a state was kept last; nothing when it is not there. */
  Optional<Instant> keptAt(String sha256) {
    try {
      return Optional.of(
          Files.getLastModifiedTime(folder.resolve(sha256).resolve(CatalogFile.JSON)).toInstant());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Removes all states but these. */
  void sweep(Set<String> kept) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> places = Files.list(folder)) {
      for (Path place : places.toList()) {
        if (!kept.contains(place.getFileName().toString())) {
          for (String name : List.of(CatalogFile.JSON, CatalogFile.SIGNATURE, CatalogFile.INDEX)) {
            Files.deleteIfExists(place.resolve(name));
          }
          Files.deleteIfExists(place);
        }
      }
    } catch (IOException stays) {
      System.getLogger(Copies.class.getName())
          .log(System.Logger.Level.WARNING, "Old copies of catalogs stay in {0}.", folder);
    }
  }
}
