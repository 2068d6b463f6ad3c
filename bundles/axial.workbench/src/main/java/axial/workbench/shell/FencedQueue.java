package axial.workbench.shell;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.util.function.BiConsumer;

/**
 * Dispatches events, hands on what they throw, and measures how long each takes. An event during
 * which others are dispatched, such as one that shows a dialog, is not measured.
 */
final class FencedQueue extends EventQueue {

  /** What is told of an event that took long. */
  interface Watch {
    /** An event took so many nanoseconds. */
    void took(AWTEvent event, long nanos);
  }

  private final BiConsumer<AWTEvent, Throwable> failures;
  private final Watch watch;
  private boolean nested;

  FencedQueue(BiConsumer<AWTEvent, Throwable> failures, Watch watch) {
    this.failures = failures;
    this.watch = watch;
  }

  @Override
  protected void dispatchEvent(AWTEvent event) {
    nested = false;
    long began = System.nanoTime();
    try {
      super.dispatchEvent(event);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError broken) {
      failures.accept(event, broken);
    } finally {
      if (!nested) {
        watch.took(event, System.nanoTime() - began);
      }
      nested = true;
    }
  }

  /** Gives the events back to the queue before. */
  void end() {
    pop();
  }
}
