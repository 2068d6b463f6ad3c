package axial.run.store;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Writes files so that a reader sees the former file or the whole new one, never a part. */
public final class WholeFiles {

  private WholeFiles() {}

  /** Writes bytes. */
  static void write(Path file, byte[] bytes) {
    write(
        file,
        part -> {
          try {
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
          } catch (IOException broken) {
            throw unwritable(file, broken);
          }
        });
  }

  /** Lets {@code writer} make a new file beside the wanted one, then puts it in its place. */
  static void write(Path file, Consumer<Path> writer) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(part);
      writer.accept(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException broken) {
      throw unwritable(file, broken);
    } finally {
      discard(part);
    }
  }

  /**
   * Copies a file that is whole.
   *
   * @throws ProblemException of kind OUTPUT when it cannot be written
   */
  public static void copy(Path from, Path file) {
    write(
        file,
        part -> {
          try {
            Files.copy(from, part);
          } catch (IOException broken) {
            throw unwritable(file, broken);
          }
        });
  }

  /** Adds a line to a file. */
  static void append(Path file, String line) {
    try {
      Files.writeString(
          file,
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException broken) {
      throw unwritable(file, broken);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException stays) {
      System.getLogger(WholeFiles.class.getName())
          .log(System.Logger.Level.WARNING, "The file " + part + " could not be removed.");
    }
  }

  static ProblemException unwritable(Path file, IOException cause) {
    return new ProblemException(
        new Problem(
            Problem.Kind.OUTPUT,
            "The file %s cannot be written (%s).".formatted(file, cause.getClass().getSimpleName()),
            "Check that its folder can be written and that the disk has room."),
        cause);
  }
}
