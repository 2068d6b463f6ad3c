package axial.cli;

import axial.job.Problem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Where a command writes: results to the standard output, notes and problems to the standard error.
 * On a terminal one line at the bottom shows progress and is drawn over; elsewhere progress comes
 * as plain lines. Thread-safe.
 */
final class Terminal {

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean live;
  private final boolean debug;
  private int drawn;

  Terminal(PrintWriter out, PrintWriter err, boolean live, boolean debug) {
    this.out = out;
    this.err = err;
    this.live = live;
    this.debug = debug;
  }

  /** The terminal of this process; the launcher says through properties what it is. */
  static Terminal ofSystem(UnaryOperator<String> properties) {
    return new Terminal(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        Boolean.parseBoolean(properties.apply("axial.terminal")),
        "1".equals(System.getenv("AXIAL_DEBUG")));
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  /** Whether a progress line can be drawn over. */
  boolean live() {
    return live;
  }

  /** A line of the result. */
  synchronized void line(String text) {
    erase();
    out.println(text);
    out.flush();
  }

  /** A line about what goes on. */
  synchronized void note(String text) {
    erase();
    err.println(text);
    err.flush();
  }

  /** Draws the progress line, if this is a terminal. */
  synchronized void draw(String text) {
    if (live) {
      erase();
      err.print("\r" + text);
      err.flush();
      drawn = text.length();
    }
  }

  private void erase() {
    if (drawn > 0) {
      err.print("\r" + " ".repeat(drawn) + "\r");
      err.flush();
      drawn = 0;
    }
  }

  /** Tells a problem; the stack trace only when debugging. */
  synchronized void problem(Problem problem, Throwable cause) {
    erase();
    err.println("axial: " + problem.text());
    if (debug) {
      cause.printStackTrace(err);
    }
    err.flush();
  }
}
