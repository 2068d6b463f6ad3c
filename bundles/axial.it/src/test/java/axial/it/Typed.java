package axial.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What was typed into a terminal: it runs, and its lines can be waited for. */
final class Typed implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 300;

  private final Process process;
  private final StringBuilder output = new StringBuilder();
  private final Thread reader;
  private boolean ended;

  /** Starts a command; its standard error is part of its output. */
  Typed(ProcessBuilder command) throws IOException {
    process = command.redirectErrorStream(true).start();
    process.getOutputStream().close();
    reader = new Thread(this::read, "terminal");
    reader.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (output) {
          output.append(line).append('\n');
          output.notifyAll();
        }
      }
    } catch (IOException closed) {
      // The process was ended while it was read; what it said until then counts.
    } finally {
      synchronized (output) {
        ended = true;
        output.notifyAll();
      }
    }
  }

  /** Waits for words in the output, or its end; whether they are there. */
  boolean await(Pattern words) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    synchronized (output) {
      while (!words.matcher(output).find()) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (ended || left <= 0) {
          return false;
        }
        output.wait(left);
      }
      return true;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String output() {
    synchronized (output) {
      return output.toString();
    }
  }

  /** Waits for its end. */
  Cli.Result result() throws InterruptedException {
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      close();
      throw new AssertionError("The command did not end: " + output());
    }
    reader.join();
    return new Cli.Result(process.exitValue(), output());
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroy();
  }
}
