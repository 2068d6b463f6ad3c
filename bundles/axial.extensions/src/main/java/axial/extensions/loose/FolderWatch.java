package axial.extensions.loose;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells of jars that were written or removed in a folder. A file counts as written when it is a
 * whole jar, or when it has stayed as it is for a while; as removed when it is still gone then,
 * since builds remove what they are about to write.
 */
final class FolderWatch implements AutoCloseable {

  private static final long LOOK_MILLIS = 20;
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Path folder;
  private final Listener listener;
  private final WatchService service;
  private final Thread thread;
  private final Map<Path, Stamp> known = new HashMap<>();
  private final Map<Path, Pending> pending = new HashMap<>();

  /** Hears of files, on the thread of the watch. */
  interface Listener {

    /** Whether this is a jar that can be read to its end. */
    boolean isWhole(Path jar);

    /** A jar was written. */
    void written(Path jar);

    /** A jar is gone. */
    void removed(Path jar);
  }

  private record Stamp(long bytes, FileTime modified) {}

  private record Pending(@Nullable Stamp stamp, long since) {}

  FolderWatch(Path folder, Listener listener) throws IOException {
    this.folder = folder;
    this.listener = listener;
    this.service = folder.getFileSystem().newWatchService();
    folder.register(
        service,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
    this.thread = new Thread(this::run, "axial-plugins");
    thread.setDaemon(true);
    jars().forEach(jar -> known.put(jar, stamp(jar)));
  }

  /** Begins to watch; what is there already is known. */
  void begin() {
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        @Nullable WatchKey key =
            pending.isEmpty() ? service.take() : service.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (key != null) {
          key.pollEvents();
          key.reset();
        }
        look();
      }
    } catch (InterruptedException | ClosedWatchServiceException closed) {
      // the watch has ended, and the thread with it
    }
  }

  private void look() {
    Set<Path> all = new HashSet<>(known.keySet());
    all.addAll(pending.keySet());
    all.addAll(jars());
    for (Path jar : all) {
      @Nullable Stamp now = stamp(jar);
      if (Objects.equals(now, known.get(jar))) {
        pending.remove(jar);
      } else if (isSettled(jar, now)) {
        pending.remove(jar);
        tell(jar, now);
      }
    }
  }

  private boolean isSettled(Path jar, @Nullable Stamp now) {
    @Nullable Pending before = pending.get(jar);
    if (before == null || !Objects.equals(before.stamp(), now)) {
      pending.put(jar, new Pending(now, System.nanoTime()));
      return now != null && listener.isWhole(jar) && now.equals(stamp(jar));
    }
    return System.nanoTime() - before.since() > SETTLE_NANOS;
  }

  private void tell(Path jar, @Nullable Stamp now) {
    if (now == null) {
      known.remove(jar);
      listener.removed(jar);
    } else {
      known.put(jar, now);
      listener.written(jar);
    }
  }

  private Set<Path> jars() {
    Set<Path> jars = new HashSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
    } catch (IOException gone) {
      System.getLogger(FolderWatch.class.getName())
          .log(System.Logger.Level.DEBUG, "The folder {0} cannot be listed.", folder);
    }
    return jars;
  }

  private static @Nullable Stamp stamp(Path jar) {
    try {
      return new Stamp(Files.size(jar), Files.getLastModifiedTime(jar));
    } catch (IOException gone) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException ending) {
      System.getLogger(FolderWatch.class.getName())
          .log(System.Logger.Level.DEBUG, "A watch did not close in order.", ending);
    }
  }
}
