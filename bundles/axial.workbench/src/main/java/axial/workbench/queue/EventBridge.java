package axial.workbench.queue;

import axial.run.RunEvent;
import axial.run.RunListener;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the events of a training on its thread and hands them over in batches. A window that does
 * not take them for long loses the oldest batches, never other events.
 */
final class EventBridge implements RunListener {

  private static final int MOST = 200_000;

  private List<Timed> waiting = new ArrayList<>();

  /** An event with its time by {@link System#nanoTime()}. */
  record Timed(RunEvent event, long nanos) {}

  @Override
  public synchronized void on(RunEvent event) {
    if (waiting.size() >= MOST) {
      waiting.removeIf(timed -> timed.event() instanceof RunEvent.BatchDone);
    }
    waiting.add(new Timed(event, System.nanoTime()));
  }

  /** What came since the last call. */
  synchronized List<Timed> take() {
    List<Timed> taken = waiting;
    waiting = new ArrayList<>();
    return taken;
  }
}
