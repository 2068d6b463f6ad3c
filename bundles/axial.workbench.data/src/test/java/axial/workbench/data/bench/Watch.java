package axial.workbench.data.bench;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.util.Locale;

/** Dispatches events and remembers how long the longest took since it was last asked. */
final class Watch extends EventQueue {

  private static final double LIMIT_MILLIS = 50;

  private long began = System.nanoTime();
  private double longest;
  private String which = "";
  private int events;
  private int over;

  @Override
  protected void dispatchEvent(AWTEvent event) {
    long start = System.nanoTime();
    super.dispatchEvent(event);
    took(event, (System.nanoTime() - start) / 1e6);
  }

  private synchronized void took(AWTEvent event, double millis) {
    events++;
    if (millis > LIMIT_MILLIS) {
      over++;
    }
    if (millis > longest) {
      longest = millis;
      which = event.getClass().getSimpleName();
    }
  }

  /** Begins anew. */
  synchronized void begin() {
    began = System.nanoTime();
    longest = 0;
    which = "";
    events = 0;
    over = 0;
  }

  /** Tells what was since then. */
  synchronized void tell(String what, String more) {
    System.out.printf(
        Locale.ROOT,
        "%-44s %7.2f s  longest event %6.1f ms (%s), %d of %d over 50 ms%s%n",
        what,
        (System.nanoTime() - began) / 1e9,
        longest,
        which,
        over,
        events,
        more);
  }
}
