package axial.run.isolated;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.MemoryPeaks;
import axial.run.RunRecord;
import axial.run.store.RunFolder;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The run folder that a process has left, taken for what it is: written by who is not trusted. */
final class MadeRun {

  private static final int MOST_FILES = 200_000;

  /** Longer than any file of a run that is read whole. */
  private static final long LONGEST = 1L << 30;

  private final RunFolder folder;
  private final Instant began;

  MadeRun(Path path, Instant began) {
    this.folder = new RunFolder(path);
    this.began = began;
  }

  /** Whether there is something to keep. */
  boolean isThere() {
    return Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS) && folder.isRun();
  }

  /**
   * Refuses a folder with links, devices or files without end.
   *
   * @throws ProblemException of kind EXTENSION
   */
  void requirePlain() {
    try (Stream<Path> files = Files.walk(folder.path())) {
      int count = 0;
      for (Path file : (Iterable<Path>) files::iterator) {
        boolean plain =
            Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) <= LONGEST;
        if (!plain || ++count > MOST_FILES) {
          throw notWhole("it has a link or is too large: " + folder.path().relativize(file));
        }
      }
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      throw notWhole("it cannot be read");
    }
  }

  /**
   * Refuses a run that is said to be done and is not.
   *
   * @throws ProblemException of kind EXTENSION
   */
  void requireDone() {
    if (!isThere()) {
      throw notWhole("there is none");
    }
    RunRecord.Status status;
    try {
      status = folder.record().status();
    } catch (ProblemException damaged) {
      throw notWhole(damaged.problem().summary());
    } catch (RuntimeException damaged) {
      throw notWhole("its files do not belong together");
    }
    if (status != RunRecord.Status.DONE) {
      throw notWhole("it is " + status.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private static ProblemException notWhole(String why) {
    return ProblemException.of(
        Problem.Kind.EXTENSION,
        "The process of the run left a run that is not whole: " + Clean.of(why, Clean.SENTENCE),
        "Do not use it; ask who made the extensions of the run.");
  }

  /** Records how the run was over, in the place of whatever its process has recorded. */
  void record(RunRecord.Status status, String problem) {
    folder.writeStatus(status, began, problem, List.of(), MemoryPeaks.UNKNOWN);
  }

  /** Brings the folder to its place, whole or not at all. */
  void moveTo(Path target) {
    try {
      Files.deleteIfExists(folder.path().resolve(".lock"));
      Files.createDirectories(target.getParent());
      try {
        Files.move(folder.path(), target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException otherDisk) {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        ChildWorkspace.copy(folder.path(), part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException broken) {
      throw ChildWorkspace.unwritable(target, broken);
    }
  }
}
