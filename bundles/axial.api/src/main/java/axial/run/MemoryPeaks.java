package axial.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The most memory that a run had at once, in bytes; 0 where that is not known.
 *
 * @param heap of the Java heap, garbage included
 * @param process resident in the whole process, native memory included; known on Linux only
 * @param engine that the engine says it held
 */
public record MemoryPeaks(long heap, long process, long engine) {

  /** Nothing is known. */
  public static final MemoryPeaks UNKNOWN = new MemoryPeaks(0, 0, 0);

  /** The larger of each. */
  public MemoryPeaks max(MemoryPeaks other) {
    return new MemoryPeaks(
        Math.max(heap, other.heap),
        Math.max(process, other.process),
        Math.max(engine, other.engine));
  }

  /** What is known in words, or nothing. */
  public Optional<String> text() {
    List<String> known = new ArrayList<>();
    add(known, process, "in the process");
    add(known, heap, "of Java heap");
    add(known, engine, "held by the engine");
    return known.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", known));
  }

  private static void add(List<String> known, long bytes, String where) {
    if (bytes > 0) {
      known.add(String.format(Locale.ROOT, "%,d MiB %s", bytes >> 20, where));
    }
  }
}
