package axial.extensions.publish;

import axial.extension.BundleName;
import axial.extension.Catalogs;
import axial.extension.LockedBundle;
import axial.extension.Publishing;
import axial.extensions.catalog.CatalogFile;
import axial.extensions.catalog.Entry;
import axial.extensions.disk.Guard;
import axial.extensions.disk.Hash;
import axial.extensions.disk.WholeFile;
import axial.extensions.jar.JarContents;
import axial.extensions.trust.KeyFile;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Signs bundles into catalogs. */
@Component
public final class LocalPublishing implements Publishing {

  private static final int MOST_JAR = 2_000_000_000;

  /** A publisher of bundles. */
  public LocalPublishing() {}

  @Override
  public String makeKey(Path file) {
    return KeyFile.make(file).text();
  }

  @Override
  public Catalogs.Release publish(Path jar, Path catalog, Path key, Optional<String> name) {
    KeyFile signer = KeyFile.read(key);
    Path folder = catalog.toAbsolutePath().normalize();
    byte[] bytes =
        WholeFile.read(jar, MOST_JAR)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.INPUT,
                        "There is no jar " + jar + ".",
                        "Build it first: mvn package."));
    JarContents contents = JarContents.read(jar, jar.toString(), Progress.none());
    Description description = Description.of(jar, contents);
    try (Guard guard = Guard.take(folder.resolve(".publishing"), "The files of " + folder)) {
      return publish(
          new Wanted(contents, description, name),
          bytes,
          new Shelf(folder, signer),
          folder,
          signer.publisher().fingerprint().text());
    }
  }

  private record Wanted(JarContents contents, Description description, Optional<String> name) {}

  private static Catalogs.Release publish(
      Wanted wanted, byte[] bytes, Shelf shelf, Path folder, String publisher) {
    BundleName bundle = wanted.contents().described().name();
    CatalogFile.Content content = new CatalogFile.Content(Hash.of(bytes), bytes.length);
    Optional<CatalogFile> former = shelf.read();
    List<CatalogFile.ReleaseEntry> releases =
        new ArrayList<>(former.map(CatalogFile::releases).orElse(List.of()));
    for (CatalogFile.ReleaseEntry release : releases) {
      if (release.name().equals(bundle)) {
        if (release.content().equals(content)) {
          return shown(release, folder, publisher);
        }
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "%s was published already, with other bytes.".formatted(bundle),
            "Raise the Bundle-Version and build it again; what was published never changes.");
      }
    }
    List<CatalogFile.Screenshot> pictures = new ArrayList<>();
    for (Description.Picture picture : wanted.description().pictures()) {
      WholeFile.write(folder.resolve(picture.path()), picture.bytes());
      pictures.add(picture.entry());
    }
    CatalogFile.ReleaseEntry release = wanted.description().release(bundle, content, pictures);
    WholeFile.write(folder.resolve(Entry.path(bundle)), bytes);
    List<Entry> entries = new ArrayList<>(former.map(shelf::entries).orElse(List.of()));
    entries.add(new Entry(wanted.contents().described(), content.sha256(), content.bytes()));
    releases.add(release);
    shelf.write(
        wanted.name().or(() -> former.map(CatalogFile::name)).orElse(nameOf(folder)),
        former.map(CatalogFile::description).orElse(""),
        former.map(CatalogFile::version).orElse(0L) + 1,
        releases,
        entries);
    return shown(release, folder, publisher);
  }

  private static String nameOf(Path folder) {
    Path last = folder.getFileName();
    return last == null ? "catalog" : last.toString();
  }

  private static Catalogs.Release shown(
      CatalogFile.ReleaseEntry release, Path folder, String publisher) {
    return new Catalogs.Release(
        new LockedBundle(
            release.name(),
            release.content().sha256(),
            release.content().bytes(),
            Optional.of(new LockedBundle.Origin(folder.toUri().toString(), publisher))),
        release.title(),
        release.description(),
        release.needs(),
        release.licence(),
        release.author(),
        release.screenshots().stream().map(CatalogFile.Screenshot::path).toList());
  }
}
