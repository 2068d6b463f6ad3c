package axial.workbench.data.gallery;

import axial.data.Dataset;
import axial.data.ImageStore;
import axial.data.Sample;
import axial.data.Shape;
import axial.job.ProblemException;
import axial.view.part.Bitmaps;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes the thumbnails that are wanted, in the order in which they are wanted, and keeps some
 * thousands of them. Wanting others cancels those that are not begun. Used on the event dispatch
 * thread; thumbnails are made on threads of its own, which end when there is nothing to do.
 */
final class ThumbnailFeed implements AutoCloseable {

  /** Rows and columns of a thumbnail. */
  static final int SIDE = 96;

  /** How many are kept: about 38 MB. */
  static final int KEPT = 4096;

  private static final int IDLE_SECONDS = 5;
  private static final int MOST_THREADS = 4;

  private final Runnable arrived;
  private final ThreadPoolExecutor threads;
  private final CompletableFuture<ImageStore.Images> images;
  private final AtomicReference<Wanted> wanted = new AtomicReference<>(new Wanted(List.of()));
  private final Set<String> begun = ConcurrentHashMap.newKeySet();
  private final Queue<Made> made = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean told = new AtomicBoolean();
  private final Map<String, Optional<BufferedImage>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<BufferedImage>> eldest) {
          return size() > KEPT;
        }
      };

  private record Made(String id, Optional<BufferedImage> picture) {}

  private static final class Wanted {
    private final List<Sample> samples;
    private final AtomicInteger next = new AtomicInteger();

    Wanted(List<Sample> samples) {
      this.samples = samples;
    }
  }

  /**
   * A feed for a data set.
   *
   * @param arrived told on the event dispatch thread after some were made
   */
  ThumbnailFeed(ImageStore store, Dataset dataset, Runnable arrived) {
    this.arrived = arrived;
    int count = Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() / 2));
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "axial-data-thumbnails");
              thread.setDaemon(true);
              thread.setPriority(Thread.MIN_PRIORITY + 1);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    images =
        CompletableFuture.supplyAsync(() -> store.open(dataset, new Shape(SIDE, SIDE, 1)), threads);
  }

  /** A thumbnail that is there; nothing inside when the image is broken. */
  Optional<Optional<BufferedImage>> get(Sample sample) {
    return Optional.ofNullable(kept.get(sample.id()));
  }

  /** Makes these, the first first, and no others. */
  void want(List<Sample> samples) {
    Wanted now =
        new Wanted(samples.stream().filter(sample -> !kept.containsKey(sample.id())).toList());
    wanted.set(now);
    for (int i = 0; i < Math.min(now.samples.size(), threads.getCorePoolSize()); i++) {
      threads.execute(() -> work(now));
    }
  }

  private void work(Wanted mine) {
    while (wanted.get() == mine) {
      int index = mine.next.getAndIncrement();
      if (index >= mine.samples.size()) {
        return;
      }
      Sample sample = mine.samples.get(index);
      if (begun.add(sample.id())) {
        made.add(new Made(sample.id(), picture(sample)));
        if (told.compareAndSet(false, true)) {
          EventQueue.invokeLater(this::collect);
        }
      }
    }
  }

  private Optional<BufferedImage> picture(Sample sample) {
    try {
      return Optional.of(Bitmaps.of(images.join().image(sample)));
    } catch (ProblemException broken) {
      return Optional.empty();
    }
  }

  private void collect() {
    told.set(false);
    boolean some = false;
    for (Made one = made.poll(); one != null; one = made.poll()) {
      kept.put(one.id(), one.picture());
      begun.remove(one.id());
      some = true;
    }
    if (some) {
      arrived.run();
    }
  }

  @Override
  public void close() {
    wanted.set(new Wanted(List.of()));
    images.thenAccept(ImageStore.Images::close);
    threads.shutdown();
  }
}
