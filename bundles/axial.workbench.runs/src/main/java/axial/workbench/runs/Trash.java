package axial.workbench.runs;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder of the workspace that deleted runs are moved to. Thread-safe. */
final class Trash {

  private static final String LOCK = ".lock";

  private final Path folder;

  Trash(Path workspace) {
    this.folder = workspace.resolve("trash");
  }

  /**
   * Moves a run there.
   *
   * @return where it is now
   * @throws ProblemException of kind USAGE when somebody works on it, of kind OUTPUT when it cannot
   *     be moved
   */
  Path discard(Path run) {
    try {
      requireIdle(run);
      Files.createDirectories(folder);
      Path place = folder.resolve(run.getFileName());
      for (int i = 2; Files.exists(place); i++) {
        place = folder.resolve(run.getFileName() + "-" + i);
      }
      return Files.move(run, place);
    } catch (IOException broken) {
      throw unmovable(run, broken);
    }
  }

  /** Moves a run to a place that is known to be free, there or back. */
  void move(Path run, Path place) {
    try {
      requireIdle(run);
      Files.move(run, place);
    } catch (IOException broken) {
      throw unmovable(run, broken);
    }
  }

  private static void requireIdle(Path run) throws IOException {
    try (FileChannel channel =
        FileChannel.open(run.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException here) {
      throw busy(run);
    }
    throw busy(run);
  }

  private static ProblemException busy(Path run) {
    return ProblemException.of(
        Problem.Kind.USAGE,
        "The run " + run.getFileName() + " cannot be deleted while somebody works on it.",
        "Stop it first.");
  }

  private static ProblemException unmovable(Path run, IOException cause) {
    return new ProblemException(
        new Problem(
            Problem.Kind.OUTPUT,
            "The folder " + run + " cannot be moved (" + cause.getClass().getSimpleName() + ").",
            "Check its rights, and that no program has its files open."),
        cause);
  }
}
