package axial.run.isolated;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The lines that a process writes, read on a thread of its own that ends with the process's output.
 * Who writes faster than the lines are taken waits; a line that is too long is cut, and the rest is
 * not read.
 */
final class Heard {

  /** Longer than any event. */
  static final int LONGEST = 1 << 20;

  private static final int MOST = 256;

  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST);
  private volatile boolean read;

  Heard(InputStream in) {
    Thread thread = new Thread(() -> read(in), "axial-isolated-events");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(InputStream stream) {
    try (InputStream in = new BufferedInputStream(stream)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0 && line.size() <= LONGEST; b = in.read()) {
        if (b == '\n') {
          waiting.put(line.toString(StandardCharsets.UTF_8));
          line.reset();
        } else {
          line.write(b);
        }
      }
      if (line.size() > 0) {
        waiting.put(line.toString(StandardCharsets.UTF_8));
      }
    } catch (IOException closed) {
      System.getLogger(Heard.class.getName())
          .log(System.Logger.Level.DEBUG, "The output of a process was closed.", closed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      read = true;
    }
  }

  /** The next line; nothing when none came in that time, or none will. */
  Optional<String> next(long millis) throws InterruptedException {
    return over()
        ? Optional.empty()
        : Optional.ofNullable(waiting.poll(millis, TimeUnit.MILLISECONDS));
  }

  /** Whether all was said. */
  boolean over() {
    return read && waiting.isEmpty();
  }
}
