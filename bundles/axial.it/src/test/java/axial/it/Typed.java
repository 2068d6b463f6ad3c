package axial.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What was typed into a terminal: it runs, and its lines can be waited for. */
final class Typed {

  private static final int DEADLINE_MINUTES = 5;

  private final Process process;
  private final Pattern awaited;
  private final StringBuffer output = new StringBuffer();
  private final CountDownLatch seen = new CountDownLatch(1);
  private final Thread reader;

  /**
   * Starts a command.
   *
   * @param awaited part of a line that {@link #awaitLine} waits for
   */
  Typed(ProcessBuilder command, Pattern awaited) throws IOException {
    this.awaited = awaited;
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
        output.append(line).append('\n');
        if (awaited.matcher(line).find()) {
          seen.countDown();
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      seen.countDown();
    }
  }

  /** Waits until the line was seen, or nothing more can be. */
  void awaitLine() throws InterruptedException {
    if (!seen.await(DEADLINE_MINUTES, TimeUnit.MINUTES)) {
      throw new AssertionError("Not seen in " + DEADLINE_MINUTES + " minutes: " + output);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String output() {
    return output.toString();
  }

  /** Waits for its end. */
  Cli.Result result() throws InterruptedException {
    if (!process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("The command did not end: " + output);
    }
    reader.join();
    return new Cli.Result(process.exitValue(), output());
  }
}
