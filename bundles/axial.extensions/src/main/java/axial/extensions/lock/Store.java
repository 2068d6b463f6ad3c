package axial.extensions.lock;

import axial.extension.LockedBundle;
import axial.extensions.disk.Guard;
import axial.extensions.disk.Hash;
import axial.extensions.disk.WholeFile;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars of extensions, each kept by its hash and never changed: {@code <sha256>.jar}. What is
 * being written ends with {@code .part}, and gets its name when it is whole and on the disk.
 */
public final class Store {

  /**
   * Jars that no lock file names are kept this long: another Axial may be about to name them, or be
   * training with them still.
   */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String PART = ".part";
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final UnaryOperator<OutputStream> out;

  /** The store in a folder, which is made when something is put there. */
  public Store(Path folder) {
    this(folder, stream -> stream);
  }

  /**
   * A store whose writing goes through {@code out}.
   *
   * @param out wraps the stream to a file
   */
  public Store(Path folder, UnaryOperator<OutputStream> out) {
    this.folder = folder;
    this.out = out;
  }

  /** The store of a workspace. */
  public static Store of(Path workspace) {
    return new Store(workspace.toAbsolutePath().resolve("extensions").resolve("store"));
  }

  /**
   * Keeps other processes from putting jars in, until it is closed. What is half-written then was
   * left by one that has died, and is removed.
   *
   * @throws ProblemException of kind OUTPUT when another puts jars in now
   */
  public Guard writing() {
    Guard guard =
        Guard.take(
            folder.resolveSibling(folder.getFileName() + ".guard"),
            "The extensions of this workspace");
    list().stream().filter(file -> file.toString().endsWith(PART)).forEach(WholeFile::discard);
    return guard;
  }

  private List<Path> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException unreadable) {
      System.getLogger(Store.class.getName())
          .log(System.Logger.Level.WARNING, "The store {0} could not be listed.", folder);
      return List.of();
    }
  }

  /** The names of what came because others need it, kept beside the store. */
  public BroughtNames brought() {
    return new BroughtNames(folder.resolveSibling(BroughtNames.FILE));
  }

  /** Where the jar of that hash is, or would be. */
  public Path file(String sha256) {
    return folder.resolve(sha256 + ".jar");
  }

  /** Whether that jar is there; its bytes are not read. */
  public boolean has(LockedBundle bundle) {
    try {
      return Files.size(file(bundle.sha256())) == bundle.bytes();
    } catch (IOException missing) {
      return false;
    }
  }

  /**
   * Whether the bytes of a jar are those of its name.
   *
   * @throws ProblemException of kind INPUT when they are missing or others
   */
  public void verify(LockedBundle bundle) {
    Path file = file(bundle.sha256());
    if (!Files.isRegularFile(file)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The jar of %s is missing from %s.".formatted(bundle.name(), folder),
          "Install it again.");
    }
    MessageDigest digest = Hash.digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The jar of %s cannot be read from %s.".formatted(bundle.name(), file),
              "Check its rights, or install it again."),
          broken);
    }
    if (!Hash.text(digest.digest()).equals(bundle.sha256())) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The jar of %s was changed after it was installed: %s.".formatted(bundle.name(), file),
          "Remove that file and install the extension again.");
    }
  }

  /**
   * Takes a jar in; the one that is there already is kept. Nothing stays of a jar that is refused.
   *
   * @param in read to its end, but never further than one byte beyond the size of the bundle
   * @throws ProblemException of kind INPUT when the bytes are not those of the bundle; of kind
   *     OUTPUT when they cannot be written
   */
  public void put(LockedBundle bundle, InputStream in, Progress progress) {
    put(bundle, in, whole -> {}, progress);
  }

  /**
   * Takes a jar in that is also looked into.
   *
   * @param check of the whole jar, whose hash is right, before it gets its name; throws to refuse
   *     it. The file is no longer there afterwards
   */
  public void put(LockedBundle bundle, InputStream in, Consumer<Path> check, Progress progress) {
    Path file = file(bundle.sha256());
    Path part = null;
    try {
      Files.createDirectories(folder);
      part = Files.createTempFile(folder, bundle.sha256().substring(0, 8), PART);
      copy(bundle, in, part, progress);
      check.accept(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      WholeFile.force(folder); // a lock file that is on the disk names jars that are there too
    } catch (IOException broken) {
      throw WholeFile.unwritable(file, broken);
    } finally {
      if (part != null) {
        WholeFile.discard(part);
      }
    }
  }

  private void copy(LockedBundle bundle, InputStream in, Path part, Progress progress)
      throws IOException {
    MessageDigest digest = Hash.digest();
    long copied = 0;
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        OutputStream to = out.apply(Channels.newOutputStream(channel))) {
      byte[] buffer = new byte[BUFFER];
      for (int n = read(bundle, in, buffer); n >= 0; n = read(bundle, in, buffer)) {
        progress.checkCancelled();
        copied += n;
        if (copied > bundle.bytes()) {
          throw other(bundle, "it has more than %,d bytes".formatted(bundle.bytes()));
        }
        digest.update(buffer, 0, n);
        to.write(buffer, 0, n);
        progress.at("Fetching " + bundle.name(), copied, bundle.bytes());
      }
      to.flush();
      channel.force(true);
    }
    if (copied != bundle.bytes()) {
      throw other(bundle, "it has %,d bytes of %,d".formatted(copied, bundle.bytes()));
    }
    String hash = Hash.text(digest.digest());
    if (!hash.equals(bundle.sha256())) {
      throw other(bundle, "its SHA-256 is " + hash + " and not " + bundle.sha256());
    }
  }

  private static int read(LockedBundle bundle, InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The jar of %s cannot be read to its end (%s)."
                  .formatted(bundle.name(), broken.getClass().getSimpleName()),
              "Try again when its catalog can be reached."),
          broken);
    }
  }

  private static ProblemException other(LockedBundle bundle, String how) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The jar of %s is not the one that was asked for: %s.".formatted(bundle.name(), how),
        "Ask who publishes it, and do not use that jar.");
  }

  /** Has jars kept from now on though no lock file names them, as long as such jars are kept. */
  public void left(List<LockedBundle> bundles) {
    for (LockedBundle bundle : bundles) {
      Path file = file(bundle.sha256());
      try {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      } catch (IOException gone) {
        System.getLogger(Store.class.getName())
            .log(System.Logger.Level.DEBUG, "The jar of " + bundle.name() + " is gone.", gone);
      }
    }
  }

  /** Removes jars and half-written files that are 30 days old and not among these. */
  public void sweep(List<LockedBundle> named) {
    Set<Path> kept =
        named.stream().map(bundle -> file(bundle.sha256())).collect(Collectors.toSet());
    FileTime old = FileTime.from(Instant.now().minus(KEPT));
    list().stream()
        .filter(file -> !kept.contains(file) && isBefore(file, old))
        .forEach(WholeFile::discard);
  }

  private static boolean isBefore(Path file, FileTime time) {
    try {
      return Files.getLastModifiedTime(file).compareTo(time) < 0;
    } catch (IOException gone) {
      return false;
    }
  }
}
