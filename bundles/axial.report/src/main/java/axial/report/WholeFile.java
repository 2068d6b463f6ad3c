package axial.report;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there, so that it is there whole or not at all. */
final class WholeFile {

  private WholeFile() {}

  /**
   * Writes bytes.
   *
   * @param what the file is, for a message ("report")
   */
  static void write(String what, Path file, byte[] bytes) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The " + what + " " + file + " cannot be written.",
              "Check that its folder can be written and that the disk has room."),
          broken);
    }
  }
}
