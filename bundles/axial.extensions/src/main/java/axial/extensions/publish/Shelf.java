package axial.extensions.publish;

import axial.extensions.catalog.CatalogFile;
import axial.extensions.catalog.Entry;
import axial.extensions.catalog.IndexReader;
import axial.extensions.catalog.IndexWriter;
import axial.extensions.catalog.Json;
import axial.extensions.disk.Hash;
import axial.extensions.disk.WholeFile;
import axial.extensions.jar.JarContents;
import axial.extensions.trust.KeyFile;
import axial.extensions.trust.Publisher;
import axial.extensions.trust.SignatureFile;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The folder of a catalog, as its publisher works on it. */
final class Shelf {

  private static final int MOST = 64_000_000;

  private final Path folder;
  private final KeyFile key;
  private final Json json = new Json();

  Shelf(Path folder, KeyFile key) {
    this.folder = folder;
    this.key = key;
  }

  /**
   * What is there now.
   *
   * @throws ProblemException of kind INPUT when it is signed by another key or was changed
   */
  Optional<CatalogFile> read() {
    Optional<byte[]> bytes = WholeFile.read(folder.resolve(CatalogFile.JSON), MOST);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    CatalogFile file;
    try {
      file = json.read(bytes.get(), CatalogFile.class);
    } catch (IllegalArgumentException broken) {
      throw changed("has a damaged " + CatalogFile.JSON + ": " + broken.getMessage());
    }
    Optional<Publisher> publisher = Publisher.parse(file.key());
    if (publisher.isPresent() && !publisher.get().key().equals(key.publisher().key())) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The catalog %s is of another key, %s; yours is %s."
              .formatted(folder, publisher.get().fingerprint(), key.publisher().fingerprint()),
          "Publish with that key, or into a folder of your own.");
    }
    boolean signed = signature().filter(s -> key.publisher().signed(bytes.get(), s)).isPresent();
    if (!signed) {
      throw changed("was changed after you signed it");
    }
    return Optional.of(file);
  }

  private Optional<SignatureFile> signature() {
    return WholeFile.read(folder.resolve(CatalogFile.SIGNATURE), MOST)
        .flatMap(SignatureFile::parse);
  }

  /** What the bundles of a state offer and require; from their jars when the index is no help. */
  List<Entry> entries(CatalogFile file) {
    Optional<byte[]> index = WholeFile.read(folder.resolve(CatalogFile.INDEX), MOST);
    if (index.isPresent() && Hash.of(index.get()).equals(file.index().sha256())) {
      return IndexReader.read(index.get());
    }
    List<Entry> entries = new ArrayList<>();
    for (CatalogFile.ReleaseEntry release : file.releases()) {
      Path jar = folder.resolve(Entry.path(release.name()));
      entries.add(
          new Entry(
              JarContents.read(jar, jar.toString(), Progress.none()).described(),
              release.content().sha256(),
              release.content().bytes()));
    }
    return entries;
  }

  /**
   * Writes a new state. A reader meets the former catalog or the new one, both well signed; while
   * the index is another than its catalog says, for a moment, a reader tries again.
   */
  void write(
      String name,
      String description,
      long version,
      List<CatalogFile.ReleaseEntry> releases,
      List<Entry> entries) {
    List<Entry> sorted =
        entries.stream()
            .sorted(Comparator.comparing(e -> e.described().name().toString()))
            .toList();
    byte[] index = IndexWriter.write(name, version, sorted);
    CatalogFile file =
        new CatalogFile(
            name,
            description,
            version,
            key.publisher().text(),
            new CatalogFile.Content(Hash.of(index), index.length),
            releases.stream()
                .sorted(Comparator.comparing(release -> release.name().toString()))
                .toList());
    byte[] bytes = json.write(file);
    SignatureFile signature = key.sign(bytes);
    WholeFile.write(folder.resolve(CatalogFile.INDEX), index);
    WholeFile.write(
        folder.resolve(CatalogFile.SIGNATURE),
        signature().map(signature::and).orElse(signature).bytes());
    WholeFile.write(folder.resolve(CatalogFile.JSON), bytes);
    WholeFile.write(folder.resolve(CatalogFile.SIGNATURE), signature.bytes());
  }

  private ProblemException changed(String how) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The catalog %s %s.".formatted(folder, how),
        "Restore it from a copy; nothing was published.");
  }
}
