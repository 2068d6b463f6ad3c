package axial.run.isolated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A work folder that its process holds by a locked file beside it, which the system lets go when
 * the process ends, however it ends. So what the dead have left can be told from what is in use.
 */
final class HeldFolder implements AutoCloseable {

  private static final String PREFIX = "run-";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel channel;

  private HeldFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Makes a new folder in a folder, held by this process. */
  static HeldFolder make(Path parent) throws IOException {
    Files.createDirectories(parent);
    while (true) {
      Path folder = parent.resolve(own() + UUID.randomUUID());
      Path file = lockOf(folder);
      Optional<FileChannel> held = hold(file);
      // Who sweeps may have taken the file away before it was held.
      if (held.isPresent() && Files.exists(file)) {
        HeldFolder made = new HeldFolder(folder, held.get());
        Files.createDirectory(folder);
        return made;
      }
      if (held.isPresent()) {
        held.get().close();
      }
    }
  }

  /**
   * How the names of all folders of this process begin. It must not look whether they are locked:
   * that would let go the lock.
   */
  private static String own() {
    ProcessHandle here = ProcessHandle.current();
    long started = here.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return PREFIX + here.pid() + "-" + started + "-";
  }

  /** Holds the folder of another process as well, until the channel is closed. */
  static FileChannel join(Path folder) throws IOException {
    return hold(folder.resolve(LOCK))
        .orElseThrow(() -> new IOException("Another process works in " + folder));
  }

  Path folder() {
    return folder;
  }

  /** Removes what processes that are no more have left in a folder; what is held stays. */
  static void sweep(Path parent) {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (DirectoryStream<Path> list = Files.newDirectoryStream(parent, PREFIX + "*")) {
      List<Path> all = new ArrayList<>();
      list.forEach(all::add);
      for (Path path : all) {
        String name = String.valueOf(path.getFileName());
        if (!name.startsWith(own())) {
          sweepOne(
              parent.resolve(
                  name.endsWith(LOCK) ? name.substring(0, name.length() - LOCK.length()) : name));
        }
      }
    } catch (IOException | UncheckedIOException stays) {
      System.getLogger(HeldFolder.class.getName())
          .log(
              System.Logger.Level.WARNING, "What former runs left in " + parent + " stays.", stays);
    }
  }

  private static void sweepOne(Path folder) throws IOException {
    Optional<FileChannel> owner = hold(lockOf(folder));
    if (owner.isEmpty()) {
      return;
    }
    try (FileChannel held = owner.get()) {
      Path inner = folder.resolve(LOCK);
      if (Files.exists(inner)) {
        // The process that worked there may outlive its parent for a moment.
        Optional<FileChannel> worker = hold(inner);
        if (worker.isEmpty()) {
          return;
        }
        worker.get().close();
      }
      remove(folder);
      Files.deleteIfExists(lockOf(folder));
    }
  }

  private static Path lockOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + LOCK);
  }

  /** Locks a file; nothing when another process, or another thread of this one, holds it. */
  private static Optional<FileChannel> hold(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException here) {
      // Held by this very process.
    }
    channel.close();
    return Optional.empty();
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Removes the folder. */
  @Override
  public void close() {
    try (channel) {
      remove(folder);
      Files.deleteIfExists(lockOf(folder));
    } catch (IOException | UncheckedIOException stays) {
      System.getLogger(HeldFolder.class.getName())
          .log(System.Logger.Level.WARNING, "The folder {0} stays until the next start.", folder);
    }
  }
}
