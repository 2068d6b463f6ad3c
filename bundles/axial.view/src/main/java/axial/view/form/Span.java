package axial.view.form;

import java.util.Locale;

/** Spans of time in words. Any thread. */
public final class Span {

  private static final int MINUTE = 60;
  private static final int HOUR = 3600;
  private static final int FEW = 10;

  private Span() {}

  /** "1.2 s", "48 s", "3 min 20 s", "2 h 5 min". */
  public static String of(double seconds) {
    double span = Math.max(0, seconds);
    if (span < FEW) {
      return String.format(Locale.ROOT, "%.1f s", span);
    }
    long whole = Math.round(span);
    if (whole < MINUTE) {
      return whole + " s";
    }
    return whole < HOUR
        ? whole / MINUTE + " min " + whole % MINUTE + " s"
        : whole / HOUR + " h " + whole % HOUR / MINUTE + " min";
  }
}
