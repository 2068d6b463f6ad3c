package axial.report;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that a reader sees the former file or the whole new one, never a part. */
final class WholeFile {

  /** Writes the text of a file. */
  @FunctionalInterface
  interface Contents {
    void writeTo(Writer out) throws IOException;
  }

  private interface Bytes {
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  static void write(Path file, Contents text) {
    replace(
        file,
        bytes -> {
          try (Writer out =
              new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            text.writeTo(out);
          }
        });
  }

  static void write(Path file, byte[] bytes) {
    replace(file, out -> out.write(bytes));
  }

  private static void replace(Path file, Bytes contents) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        try (OutputStream out = Files.newOutputStream(part)) {
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
