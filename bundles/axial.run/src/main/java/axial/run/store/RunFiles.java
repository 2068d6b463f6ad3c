package axial.run.store;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The files in the folder of a run, by their names. */
record RunFiles(Path path, Json json) {

  /** A file of the run. */
  Path file(String name) {
    return path.resolve(name);
  }

  boolean has(String name) {
    return Files.exists(file(name));
  }

  /** Writes a value as JSON. */
  void write(String name, Object value) {
    WholeFiles.write(file(name), json.file(value));
  }

  byte[] bytes(String name) {
    return bytes(file(name));
  }

  <T> T read(String name, Class<T> type) {
    return json.read(file(name), bytes(name), type);
  }

  <T> Optional<T> readIfThere(String name, Class<T> type) {
    return has(name) ? Optional.of(read(name, type)) : Optional.empty();
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The file " + file + " is missing.",
              "Give the folder of a run; ./axial runs lists those of the workspace."),
          missing);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT, "The file " + file + " cannot be read.", "Check its rights."),
          broken);
    }
  }
}
