package axial.extensions.disk;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Reads and writes small files; who reads sees the former file or the whole new one. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes bytes, to the disk itself, in the place of a file.
   *
   * @throws ProblemException of kind OUTPUT
   */
  public static void write(Path file, byte[] bytes) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException broken) {
      discard(part);
      throw unwritable(file, broken);
    }
  }

  /**
   * Reads a file of at most so many bytes; nothing when there is none.
   *
   * @throws ProblemException of kind INPUT when it is longer or cannot be read
   */
  public static Optional<byte[]> read(Path file, int most) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "The file %s is longer than %d bytes.".formatted(file, most),
            "Restore it from a copy.");
      }
      return Optional.of(bytes);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The file %s cannot be read (%s).".formatted(file, broken.getClass().getSimpleName()),
              "Check its rights."),
          broken);
    }
  }

  /** Has the names of a folder's files written to the disk, where the system can do that. */
  public static void force(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException notHere) {
      System.getLogger(WholeFile.class.getName())
          .log(System.Logger.Level.DEBUG, "Folders cannot be forced to the disk here.", notHere);
    }
  }

  /** Removes a file if it is there; one that stays is logged. */
  public static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      System.getLogger(WholeFile.class.getName())
          .log(System.Logger.Level.WARNING, "The file {0} could not be removed.", file);
    }
  }

  /** The problem of a file that could not be written. */
  public static ProblemException unwritable(Path file, IOException cause) {
    return new ProblemException(
        new Problem(
            Problem.Kind.OUTPUT,
            "The file %s cannot be written (%s).".formatted(file, cause.getClass().getSimpleName()),
            "Check that its folder can be written and that the disk has room."),
        cause);
  }
}
