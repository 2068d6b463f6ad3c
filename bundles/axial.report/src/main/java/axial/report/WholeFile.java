package axial.report;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes texts so that a reader sees the former file or the whole new one, never a part. */
final class WholeFile {

  /** Writes what belongs into a file. */
  @FunctionalInterface
  interface Contents {
    void writeTo(Writer out) throws IOException;
  }

  private WholeFile() {}

  static void write(Path file, Contents contents) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        try (Writer out = Files.newBufferedWriter(part)) {
          contents.writeTo(out);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The file " + file + " cannot be written.",
              "Check that its folder can be written and that the disk has room."),
          broken);
    }
  }
}
