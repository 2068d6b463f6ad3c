package axial.extensions.trust;

import axial.extensions.disk.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder {@code trust} of a workspace: a file for each publisher whose key was accepted, and
 * {@code revoked}, the keys that are trusted no more, one fingerprint a line. Thread-safe.
 */
public final class TrustFolder {

  private static final int MOST_BYTES = 1_000_000;
  private static final String ENDING = ".pub";

  private final Path folder;

  /** A folder, which is made when something is written. */
  public TrustFolder(Path folder) {
    this.folder = folder;
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** Whether a key is trusted no more; asked of the disk each time, as another Axial may write. */
  public boolean revoked(Fingerprint fingerprint) {
    return revokedLines().contains(fingerprint.text());
  }

  private Set<String> revokedLines() {
    String text =
        new String(
            WholeFile.read(folder.resolve("revoked"), MOST_BYTES).orElse(new byte[0]),
            StandardCharsets.UTF_8);
    return new TreeSet<>(
        text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList());
  }

  /** Trusts a key no more. */
  public synchronized void revoke(Fingerprint fingerprint) {
    Set<String> lines = revokedLines();
    lines.add(fingerprint.text());
    WholeFile.write(
        folder.resolve("revoked"),
        ("# Keys that are trusted no more, one fingerprint a line.\n"
                + String.join("\n", lines)
                + "\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Keeps a publisher's key, which the user has accepted. */
  public synchronized void pin(Publisher publisher) {
    WholeFile.write(
        publishers().resolve(publisher.fingerprint() + ENDING),
        (publisher.text() + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** The publisher of a fingerprint, if the user has accepted its key. */
  public Optional<Publisher> pinned(Fingerprint fingerprint) {
    return WholeFile.read(publishers().resolve(fingerprint + ENDING), MOST_BYTES)
        .flatMap(bytes -> Publisher.parse(new String(bytes, StandardCharsets.US_ASCII)))
        .filter(publisher -> publisher.fingerprint().equals(fingerprint));
  }

  private Path publishers() {
    return folder.resolve("publishers");
  }
}
