package axial.workbench.evaluation;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * The pictures of a list, loaded on a thread of their own, those last asked for first. Only on the
 * event dispatch thread.
 */
final class Thumbnails {

  private static final int KEPT = 600;
  private static final int WAITING = 200;

  private final Runnable loaded;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "axial-cases");
            made.setDaemon(true);
            return made;
          });
  private final BlockingDeque<String> wanted = new LinkedBlockingDeque<>();
  private final Map<String, Optional<BufferedImage>> known = new Recent();
  private Optional<RunImages> images = Optional.empty();

  /** Calls {@code loaded} on the event dispatch thread when there are new pictures. */
  Thumbnails(Runnable loaded) {
    this.loaded = loaded;
  }

  /** Takes pictures from there from now on; nothing while they are not opened. */
  void from(Optional<RunImages> changed) {
    images.ifPresent(former -> thread.execute(former::close));
    images = changed;
    known.clear();
    wanted.clear();
    loaded.run();
  }

  /** The picture of a source if it is there; else it is loaded, unless it cannot be. */
  Optional<BufferedImage> get(String source) {
    Optional<BufferedImage> there = known.get(source);
    if (there != null) {
      return there;
    }
    images.ifPresent(
        from -> {
          if (!wanted.contains(source)) {
            wanted.addFirst(source);
            while (wanted.size() > WAITING) {
              wanted.pollLast();
            }
            thread.execute(() -> load(from));
          }
        });
    return Optional.empty();
  }

  private void load(RunImages from) {
    String source = wanted.pollFirst();
    if (source == null) {
      return;
    }
    Optional<BufferedImage> image = from.image(source);
    EventQueue.invokeLater(
        () -> {
          if (images.equals(Optional.of(from))) {
            known.put(source, image);
            loaded.run();
          }
        });
  }

  /** Ends the thread; what it opened is closed. */
  void close() {
    from(Optional.empty());
    thread.shutdown();
  }

  private static final class Recent extends LinkedHashMap<String, Optional<BufferedImage>> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Optional<BufferedImage>> eldest) {
      return size() > KEPT;
    }
  }
}
