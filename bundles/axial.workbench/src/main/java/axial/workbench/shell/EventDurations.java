package axial.workbench.shell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells of events that kept the window from answering, where that is wanted. */
public final class EventDurations implements Workbench.EventWatch {

  private static final double LIMIT_MILLIS = 50;

  private final boolean wanted;

  /**
   * Tells on the standard error output.
   *
   * @param property {@code true} where it is wanted
   */
  public EventDurations(@Nullable String property) {
    wanted = Boolean.parseBoolean(property);
  }

  @Override
  public void took(String event, long nanos) {
    double millis = nanos / 1e6;
    if (wanted && millis > LIMIT_MILLIS) {
      System.err.printf(
          Locale.ROOT, "axial: the window was busy for %.0f ms by %s%n", millis, event);
    }
  }
}
