package axial.run.events;

import axial.run.RunEvent;
import axial.run.RunListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Hands events to one listener on a thread of its own. When the listener is slow, batch events give
 * way; all others wait for it.
 */
final class ListenerQueue {

  private static final int MOST_BATCHES = 256;

  private final RunListener listener;
  private final Consumer<Throwable> broken;
  private final Deque<RunEvent> waiting = new ArrayDeque<>();
  private final Thread thread;
  private int batches;
  private boolean closed;

  /** A queue that tells {@code broken} when the listener throws, and then hands nothing more. */
  ListenerQueue(RunListener listener, Consumer<Throwable> broken) {
    this.listener = listener;
    this.broken = broken;
    thread = new Thread(this::deliver, "axial-listener");
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void add(RunEvent event) {
    if (closed) {
      return;
    }
    if (event instanceof RunEvent.BatchDone) {
      if (batches == MOST_BATCHES) {
        waiting.removeIf(RunEvent.BatchDone.class::isInstance);
        batches = 0;
      }
      batches++;
    }
    waiting.add(event);
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    waiting.clear();
    thread.interrupt();
  }

  private void deliver() {
    try {
      while (true) {
        listener.on(next());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError failure) {
      close();
      broken.accept(failure);
    }
  }

  private synchronized RunEvent next() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    RunEvent event = waiting.remove();
    batches -= event instanceof RunEvent.BatchDone ? 1 : 0;
    return event;
  }
}
