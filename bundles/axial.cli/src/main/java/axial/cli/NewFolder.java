package axial.cli;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder for a result, made before the work so that one that cannot be written is told at once;
 * removed again when there is no result.
 */
final class NewFolder implements AutoCloseable {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path path;
  private final List<Path> made;
  private boolean kept;

  private NewFolder(Path path, List<Path> made) {
    this.path = path;
    this.made = made;
  }

  /**
   * The wanted folder, missing or empty; else a new one by the time in a folder of the workspace.
   */
  static NewFolder of(Optional<Path> wanted, Path workspace, String kind) {
    Path path = wanted.orElseGet(() -> free(workspace.resolve(kind))).toAbsolutePath().normalize();
    List<Path> made = new ArrayList<>();
    for (@Nullable Path p = path; p != null && !Files.exists(p); p = p.getParent()) {
      made.add(p);
    }
    try {
      Files.createDirectories(path);
      if (!Files.isWritable(path)) {
        throw new IOException("not writable");
      }
      try (Stream<Path> inside = Files.list(path)) {
        if (inside.findAny().isPresent()) {
          throw ProblemException.of(
              Problem.Kind.OUTPUT,
              "The folder " + path + " is not empty.",
              "Choose a new folder with --out.");
        }
      }
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The folder " + path + " cannot be written.",
              "Check its rights, or choose another with --out."),
          broken);
    }
    return new NewFolder(path, made);
  }

  private static Path free(Path parent) {
    String name = LocalDateTime.now().format(TIME);
    Path folder = parent.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = parent.resolve(name + "-" + i);
    }
    return folder;
  }

  Path path() {
    return path;
  }

  /** The result is there; the folder stays. */
  void keep() {
    kept = true;
  }

  /** Removes the folders that were made for nothing, as far as they are still empty. */
  @Override
  public void close() {
    if (kept) {
      return;
    }
    try {
      for (Path folder : made) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException stays) {
      System.getLogger(NewFolder.class.getName())
          .log(System.Logger.Level.WARNING, "The folder {0} stays.", path);
    }
  }
}
