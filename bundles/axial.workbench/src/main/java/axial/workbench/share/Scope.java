package axial.workbench.share;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be taken back when a part is closed. Only on the event dispatch thread. */
public final class Scope {

  private final Deque<Runnable> endings = new ArrayDeque<>();
  private boolean closed;

  /** Does this when the scope is closed; at once when it is closed already. */
  public void atEnd(Runnable ending) {
    if (closed) {
      ending.run();
    } else {
      endings.push(ending);
    }
  }

  /** Whether it was closed. */
  public boolean closed() {
    return closed;
  }

  /** Takes everything back, the last first. */
  public void close() {
    closed = true;
    while (!endings.isEmpty()) {
      endings.pop().run();
    }
  }
}
