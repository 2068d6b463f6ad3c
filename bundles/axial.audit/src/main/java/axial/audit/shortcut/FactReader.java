package axial.audit.shortcut;

import axial.data.PixelReader;
import axial.data.Sample;
import axial.job.CancelledException;
import axial.job.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Decodes each different picture once, a few at a time, and keeps nothing but facts. */
final class FactReader {

  /** So few that the largest pictures together stay within half of Java's heap. */
  private static final int MOST_THREADS = 4;

  private FactReader() {}

  /** The facts of each content id among the samples. */
  static Map<String, ImageFacts> read(List<Sample> samples, PixelReader pixels, Progress progress) {
    Map<String, Sample> byContent = new LinkedHashMap<>();
    samples.forEach(sample -> byContent.putIfAbsent(sample.id(), sample));
    List<Sample> distinct = List.copyOf(byContent.values());
    Map<String, ImageFacts> facts = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Callable<Boolean> work =
        () -> {
          for (int i = next.getAndIncrement(); i < distinct.size(); i = next.getAndIncrement()) {
            progress.check();
            Sample sample = distinct.get(i);
            facts.put(sample.id(), ImageFacts.of(pixels.read(sample)));
            progress.at("Measuring images", done.incrementAndGet(), distinct.size());
          }
          return true;
        };
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Boolean>> workers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        workers.add(pool.submit(work));
      }
      for (Future<Boolean> worker : workers) {
        worker.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Measuring images");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw new IllegalStateException("Measuring images failed.", failed.getCause());
    } finally {
      pool.shutdownNow();
    }
    return facts;
  }
}
