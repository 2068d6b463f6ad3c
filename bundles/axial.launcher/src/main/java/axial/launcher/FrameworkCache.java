package axial.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A folder for one framework: the first that no other process holds. */
final class FrameworkCache implements AutoCloseable {

  private static final int MOST = 64;

  private final Path folder;
  private final FileChannel lock;

  private FrameworkCache(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  static FrameworkCache take(Path cache) throws LaunchException {
    try {
      Path frameworks = Files.createDirectories(cache.resolve("framework"));
      for (int i = 0; i < MOST; i++) {
        FileChannel channel =
            FileChannel.open(
                frameworks.resolve(i + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (locked(channel)) {
          return new FrameworkCache(frameworks.resolve(Integer.toString(i)), channel);
        }
        channel.close();
      }
    } catch (IOException broken) {
      throw new LaunchException(
          "The cache " + cache + " cannot be written. Set axial.cache to a folder that can.",
          broken);
    }
    throw new LaunchException(MOST + " Axials are running already. End some of them.");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldHere) {
      return false;
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException ending) {
      System.getLogger(FrameworkCache.class.getName())
          .log(System.Logger.Level.DEBUG, "The lock of the cache was not released.", ending);
    }
  }
}
