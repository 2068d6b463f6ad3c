package axial.extensions.disk;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Lets one process at a time change the files of a folder; the system lets go when one dies. */
public final class Guard implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private Guard(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the guard, or refuses at once.
   *
   * @param file an empty file beside what is guarded; made when missing, and left there
   * @param what what is guarded: "The extensions of this workspace"
   * @throws ProblemException of kind OUTPUT when another holds it or it cannot be made
   */
  public static Guard take(Path file, String what) {
    @Nullable FileChannel channel = null;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Guard(channel, lock);
      }
      channel.close();
      throw busy(what);
    } catch (OverlappingFileLockException held) {
      closeQuietly(channel);
      throw busy(what);
    } catch (IOException broken) {
      closeQuietly(channel);
      throw WholeFile.unwritable(file, broken);
    }
  }

  private static ProblemException busy(String what) {
    return ProblemException.of(
        Problem.Kind.OUTPUT,
        what + " are being changed by another Axial.",
        "Wait until it is done, then try again.");
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException ignored) {
        System.getLogger(Guard.class.getName())
            .log(System.Logger.Level.DEBUG, "A guard did not close.", ignored);
      }
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException ending) {
      System.getLogger(Guard.class.getName())
          .log(System.Logger.Level.DEBUG, "A guard did not close in order.", ending);
    }
  }
}
