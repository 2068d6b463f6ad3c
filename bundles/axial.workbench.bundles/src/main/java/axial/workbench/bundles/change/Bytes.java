package axial.workbench.bundles.change;

import java.util.Locale;

/** Sizes in words. */
public final class Bytes {

  private static final double KILO = 1000;

  private Bytes() {}

  /** A size such as "12 kB" or "3.4 MB"; empty when it is below 0. */
  public static String words(long bytes) {
    if (bytes < 0) {
      return "";
    }
    return bytes < KILO * KILO
        ? String.format(Locale.ROOT, "%.0f kB", Math.max(1, bytes / KILO))
        : String.format(Locale.ROOT, "%.1f MB", bytes / KILO / KILO);
  }
}
