package axial.run.isolated;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The work folder of a process: a workspace with copies of the extensions and of the frozen images'
 * lists, a cache, a home and the folder of the run. It goes when it is closed.
 */
final class ChildWorkspace implements AutoCloseable {

  /** What a run needs of the workspace; trust, catalogs and other runs are not for the process. */
  private static final List<String> COPIED =
      List.of(
          "extensions/extensions.lock", "extensions/store", "plugins", "trust/revoked", "holdouts");

  private final HeldFolder held;
  private final Path folder;
  private final String run;

  private ChildWorkspace(HeldFolder held, String run) {
    this.held = held;
    this.folder = held.folder();
    this.run = run;
  }

  /**
   * Makes the folder of a process.
   *
   * @param run name of the run
   */
  static ChildWorkspace make(Path workspace, String run) {
    try {
      ChildWorkspace made = new ChildWorkspace(HeldFolder.make(all(workspace)), run);
      for (Path inside : List.of(made.home(), made.temp(), made.cache(), made.workspace())) {
        Files.createDirectories(inside);
      }
      for (String name : COPIED) {
        copy(workspace.resolve(name), made.workspace().resolve(name));
      }
      return made;
    } catch (IOException broken) {
      throw unwritable(workspace, broken);
    }
  }

  /** Where the folders of all processes of a workspace are. */
  static Path all(Path workspace) {
    return workspace.toAbsolutePath().resolve("isolated");
  }

  /** The folder of the process that works in a workspace that was made here. */
  static Path of(Path workspace) {
    return workspace.toAbsolutePath().resolveSibling("");
  }

  /** Copies a file or a folder, if it is there; links that are inside are passed over. */
  static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    Files.createDirectories(to.toAbsolutePath().getParent());
    try (Stream<Path> files = Files.walk(from.toRealPath())) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.toRealPath().relativize(file).toString());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(copy);
        } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          copyOne(file, file.equals(from.toRealPath()) ? to : copy);
        }
      }
    }
  }

  private static void copyOne(Path file, Path copy) throws IOException {
    try {
      Files.copy(file, copy);
    } catch (NoSuchFileException replaced) {
      if (Files.exists(file)) {
        throw replaced;
      }
      // A run that goes on has taken its former file away meanwhile.
    }
  }

  static ProblemException unwritable(Path folder, IOException cause) {
    return new ProblemException(
        new Problem(
            Problem.Kind.OUTPUT,
            "The folder %s cannot be written (%s)."
                .formatted(folder, cause.getClass().getSimpleName()),
            "Check its rights and that the disk has room."),
        cause);
  }

  Path home() {
    return folder.resolve("home");
  }

  Path temp() {
    return folder.resolve("tmp");
  }

  Path cache() {
    return folder.resolve("cache");
  }

  Path workspace() {
    return folder.resolve("workspace");
  }

  /** Where the run is made, or its copy lies. */
  Path run() {
    return folder.resolve("runs").resolve(run);
  }

  @Override
  public void close() {
    held.close();
  }
}
