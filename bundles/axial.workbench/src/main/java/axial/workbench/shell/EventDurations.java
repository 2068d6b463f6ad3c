package axial.workbench.shell;

import java.awt.EventQueue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures how well the window answers, where that is wanted: how long events take, and how long an
 * event waits for its turn, asked every 50 ms. Tells of long events at once, and of all at the end:
 * a summary, then one line for each long event and for each wait, with when it ended in seconds
 * since 1970 and how long it was in milliseconds.
 */
public final class EventDurations implements Workbench.EventWatch {

  private static final double LIMIT_MILLIS = 50;
  private static final long PROBE_MILLIS = 50;
  private static final double SHARE = 0.95;

  private final String wanted;
  private final @Nullable Thread probe;
  private final StringBuilder longOnes = new StringBuilder();
  private double[] waits = new double[4096];
  private double[] ends = new double[4096];
  private int count;
  private long events;
  private long longEvents;
  private double longest;
  private double usableSeconds;

  /**
   * Measures nothing yet.
   *
   * @param property empty or {@code false} for nothing; {@code true} to tell on the standard error
   *     output; else the file that the end is told to as well
   */
  public EventDurations(@Nullable String property) {
    wanted = property == null || property.equals("false") ? "" : property;
    if (wanted.isEmpty()) {
      probe = null;
    } else {
      probe = new Thread(this::ask, "axial-window-watch");
      probe.setDaemon(true);
      probe.setPriority(Thread.MAX_PRIORITY);
    }
  }

  /** Begins to ask; the window is shown and has answered its first events. */
  public void begin() {
    usableSeconds = sinceStart();
    events = 0;
    longEvents = 0;
    longest = 0;
    if (probe != null) {
      probe.start();
    }
  }

  private static double sinceStart() {
    return now() - ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3;
  }

  private static double now() {
    return System.currentTimeMillis() / 1e3;
  }

  private void ask() {
    try {
      while (true) {
        Thread.sleep(PROBE_MILLIS);
        long posted = System.nanoTime();
        EventQueue.invokeLater(() -> add((System.nanoTime() - posted) / 1e6));
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(double millis) {
    if (count == waits.length) {
      waits = Arrays.copyOf(waits, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count] = now();
    waits[count++] = millis;
  }

  @Override
  public void took(Supplier<String> event, long nanos) {
    double millis = nanos / 1e6;
    events++;
    longest = Math.max(longest, millis);
    if (millis > LIMIT_MILLIS) {
      longEvents++;
      longOnes.append(String.format(Locale.ROOT, "event %.3f %.1f%n", now(), millis));
      if (!wanted.isEmpty()) {
        System.err.printf(
            Locale.ROOT,
            "axial: after %.1f s the window was busy for %.0f ms by %s%n",
            sinceStart(),
            millis,
            event.get());
      }
    }
  }

  /** Ends and tells all; on the event dispatch thread. */
  public void end() {
    if (probe == null) {
      return;
    }
    probe.interrupt();
    double[] sorted = Arrays.copyOf(waits, count);
    Arrays.sort(sorted);
    String text =
        String.format(
            Locale.ROOT,
            "usable_s %.2f%nevents %d%nover_50_ms %d%nlongest_ms %.1f%nwaits %d%n"
                + "wait_p50_ms %.1f%nwait_p95_ms %.1f%nwait_longest_ms %.1f%n",
            usableSeconds,
            events,
            longEvents,
            longest,
            count,
            at(sorted, 0.5),
            at(sorted, SHARE),
            at(sorted, 1));
    if (wanted.equals("true")) {
      System.err.print(text);
      return;
    }
    StringBuilder all = new StringBuilder(text).append(longOnes);
    for (int i = 0; i < count; i++) {
      all.append(String.format(Locale.ROOT, "wait %.3f %.1f%n", ends[i], waits[i]));
    }
    try {
      Files.writeString(Path.of(wanted), all);
    } catch (IOException refused) {
      System.err.println("axial: The file " + wanted + " cannot be written.");
    }
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
