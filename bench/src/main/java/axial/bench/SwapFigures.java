package axial.bench;

import axial.run.RunRecord;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured while bundles were swapped. Of any thread. */
final class SwapFigures {

  private final List<WeakReference<ClassLoader>> loaders =
      Collections.synchronizedList(new ArrayList<>());
  private final List<Double> latencies = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> stepsWith = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> stepsWithout = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> heap = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> metaspace = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean paused;

  /** Forgets the swaps before. */
  void begin() {
    latencies.clear();
  }

  void seen(long nanos) {
    latencies.add(nanos / 1e6);
  }

  void step(long nanos, boolean swapping) {
    if (paused) {
      return;
    }
    (swapping ? stepsWith : stepsWithout).add(nanos / 1e6);
  }

  void loader(ClassLoader loader) {
    loaders.add(new WeakReference<>(loader));
  }

  /** Notes heap and metaspace after collections, in which no step counts. */
  void memory() throws InterruptedException {
    paused = true;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    double alive = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
        alive += pool.getCollectionUsage().getUsed() / 1e6; // what the last collection has left
      } else if (pool.getName().equals("Metaspace")) {
        metaspace.add(pool.getUsage().getUsed() / 1e6);
      }
    }
    heap.add(alive);
    paused = false;
  }

  void tell(RunRecord run) {
    line("swaps                              %d", latencies.size());
    line("seen after, median                 %.1f ms", at(latencies, 0.5));
    line("seen after, longest                %.1f ms", at(latencies, 1));
    steps("median", at(stepsWith, 0.5), at(stepsWithout, 0.5));
    steps("mean", mean(stepsWith), mean(stepsWithout));
    line("heap after each tenth              %s MB", series(heap));
    line("metaspace after each tenth         %s MB", series(metaspace));
    line("class loaders left                 %d of %d", left(), loaders.size());
    line("training                           %s, failures %s", run.status(), run.failures());
  }

  private void steps(String what, double with, double without) {
    line("step, %-6s, swapping             %.2f ms of %d", what, with, stepsWith.size());
    line("step, %-6s, undisturbed          %.2f ms of %d", what, without, stepsWithout.size());
    line("ratio                              %.3f", with / without);
  }

  private static String series(List<Double> values) {
    return values.stream().map("%.1f"::formatted).collect(Collectors.joining(", "));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** The last bundle works still, and its loader is no leak. */
  private long left() {
    for (int i = 0; i < 50 && alive() > 1; i++) {
      System.gc();
      System.runFinalization();
    }
    return Math.max(0, alive() - 1);
  }

  private long alive() {
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }

  private static double at(List<Double> values, double quantile) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) (quantile * (sorted.size() - 1)));
  }

  private static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
