package axial.run.isolated;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The last of what a process writes to its standard error, read on a thread of its own. */
final class Tail {

  private static final int KEPT = 4096;
  private static final String TOLD = "axial: ";

  private final StringBuilder text = new StringBuilder();

  Tail(InputStream in) {
    Thread thread = new Thread(() -> read(in), "axial-isolated-errors");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(InputStream stream) {
    byte[] buffer = new byte[KEPT];
    try (InputStream in = stream) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        add(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
    } catch (IOException closed) {
      System.getLogger(Tail.class.getName())
          .log(System.Logger.Level.DEBUG, "The errors of a process were closed.", closed);
    }
  }

  private synchronized void add(String more) {
    text.append(more);
    text.delete(0, Math.max(0, text.length() - KEPT));
  }

  /** The last sentence that Axial itself has told there. */
  synchronized Optional<String> told() {
    return text.toString()
        .lines()
        .filter(line -> line.startsWith(TOLD))
        .reduce((former, latter) -> latter)
        .map(line -> Clean.of(line.substring(TOLD.length()), Clean.SENTENCE));
  }
}
