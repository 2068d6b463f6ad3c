package axial.audit.shortcut;

import axial.data.PixelReader;
import axial.data.Sample;
import axial.job.Progress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Decodes each different picture once, a few at a time, and keeps nothing but facts. */
final class FactReader {

  /** So few that the largest pictures together stay within half of Java's heap. */
  private static final int MOST_AT_ONCE = 4;

  private FactReader() {}

  /** The facts of each content id among the samples. */
  static Map<String, ImageFacts> read(List<Sample> samples, PixelReader pixels, Progress progress) {
    Map<String, Sample> byContent = new LinkedHashMap<>();
    samples.forEach(sample -> byContent.putIfAbsent(sample.id(), sample));
    Collection<Sample> distinct = byContent.values();
    Map<String, ImageFacts> facts = new ConcurrentHashMap<>();
    AtomicInteger done = new AtomicInteger();
    Semaphore room = new Semaphore(MOST_AT_ONCE);
    progress.at("Measuring images", 0, distinct.size());
    distinct.parallelStream()
        .forEach(
            sample -> {
              room.acquireUninterruptibly();
              try {
                progress.check();
                facts.put(sample.id(), ImageFacts.of(pixels.read(sample)));
              } finally {
                room.release();
              }
              progress.at("Measuring images", done.incrementAndGet(), distinct.size());
            });
    return facts;
  }
}
