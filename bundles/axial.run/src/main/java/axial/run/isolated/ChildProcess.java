package axial.run.isolated;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.IsolatedRuns.Limits;
import axial.run.store.Lines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that works for this one, kept to its limits. Nothing that it does holds up or ends the
 * thread that watches it: what it writes is read by threads of their own, a line at a time and no
 * more than a line's length.
 */
final class ChildProcess implements AutoCloseable {

  private static final long POLL_MILLIS = 100;
  private static final int OUT_OF_MEMORY = 3;
  private static final int SIGNAL = 128;

  private final Process process;
  private final Heard heard;
  private final Tail errors;
  private final Lines lines = new Lines();
  private final Limits limits;
  private final Duration grace;
  private final String work;
  private final long began = System.nanoTime();

  private ChildProcess(Process process, String work, Limits limits, Duration grace) {
    this.process = process;
    this.work = work;
    this.limits = limits;
    this.grace = grace;
    heard = new Heard(process.getInputStream());
    errors = new Tail(process.getErrorStream());
  }

  /**
   * Starts a process.
   *
   * @param work what it is to do, as a noun
   * @param grace how long it has to end when it was asked to stop, or has said that it is over
   */
  static ChildProcess start(ProcessBuilder builder, String work, Limits limits, Duration grace) {
    try {
      return new ChildProcess(builder.start(), work, limits, grace);
    } catch (IOException refused) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.MACHINE,
              "The process of the %s could not be started.".formatted(work),
              "Check that there is memory for another process."),
          refused);
    }
  }

  /**
   * Has an order carried out.
   *
   * @param listener hears every line but the last
   * @return how it was over; stopped also when it had to be ended by force after it was cancelled
   * @throws ProblemException when it was killed, went past a limit or wrote what is no event; the
   *     process has ended then
   */
  ChildLine.Over carryOut(Order order, Progress progress, Consumer<ChildLine> listener) {
    say(lines.write(order));
    boolean finishing = false;
    long stopBy = Long.MAX_VALUE;
    long gone = Long.MAX_VALUE;
    while (true) {
      Optional<String> said = next();
      if (said.isPresent()) {
        ChildLine line = line(said.get());
        if (line instanceof ChildLine.Over over) {
          await();
          return over;
        }
        listener.accept(line);
      } else if (heard.over() || seconds() > gone) {
        return ended(stopBy < Long.MAX_VALUE);
      }
      if (progress.cancelled() && stopBy == Long.MAX_VALUE) {
        say(Order.STOP);
        stopBy = seconds() + grace.toSeconds();
      }
      if (progress.finishNow() && !finishing) {
        say(Order.FINISH);
        finishing = true;
      }
      if (seconds() > stopBy) {
        return ChildLine.Over.halted();
      }
      if (seconds() >= limits.time().toSeconds()) {
        throw tooLong();
      }
      if (gone == Long.MAX_VALUE && !process.isAlive()) {
        // Processes that it has started may hold its output open.
        gone = seconds() + grace.toSeconds();
      }
    }
  }

  private long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
  }

  private Optional<String> next() {
    try {
      return heard.next(POLL_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancelledException("The " + work);
    }
  }

  private ChildLine line(String said) {
    try {
      return lines.read(said, ChildLine.class);
    } catch (ProblemException noEvent) {
      close();
      if (!process.isAlive() && process.exitValue() == OUT_OF_MEMORY) {
        throw tooLarge();
      }
      throw new ProblemException(
          new Problem(
              Problem.Kind.EXTENSION,
              "The process of the %s wrote \"%s\", which is no event, and was ended."
                  .formatted(work, Clean.of(said, 80)),
              "An extension that it runs has written to its output; ask who made it."),
          noEvent);
    }
  }

  private ProblemException tooLong() {
    return ProblemException.of(
        Problem.Kind.MACHINE,
        "The %s took longer than the %s that it had, and was ended."
            .formatted(work, Clean.words(limits.time())),
        "Give it more with --minutes, or less to do.");
  }

  private ProblemException tooLarge() {
    return ProblemException.of(
        Problem.Kind.MACHINE,
        "The %s needed more than the %,d MiB of memory that it had."
            .formatted(work, limits.memoryBytes() >> 20),
        "Give it more with --memory, or make the images smaller.");
  }

  /** The process has ended without a word. */
  private ChildLine.Over ended(boolean cancelled) {
    await();
    if (cancelled) {
      return ChildLine.Over.halted();
    }
    int code = process.exitValue();
    if (code == OUT_OF_MEMORY) {
      throw tooLarge();
    }
    if (code > SIGNAL) {
      throw ProblemException.of(
          Problem.Kind.MACHINE,
          "The process of the %s was killed by signal %d.".formatted(work, code - SIGNAL),
          "Try it again; if nobody has ended it, the machine is short of memory.");
    }
    throw ProblemException.of(
        Problem.Kind.MACHINE,
        "The process of the %s ended with code %d before it was done%s"
            .formatted(work, code, errors.told().map(told -> ": " + told).orElse(".")),
        "Try it without the extensions that you do not trust.");
  }

  private void say(String line) {
    try {
      OutputStream out = process.getOutputStream();
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException gone) {
      System.getLogger(ChildProcess.class.getName())
          .log(System.Logger.Level.DEBUG, "A process hears no more.", gone);
    }
  }

  /** Waits until the process has ended, by force after a while. */
  private void await() {
    boolean interrupted = false;
    try {
      process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      interrupted = true;
    }
    close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process, and those that it has started, by force. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    boolean interrupted = Thread.interrupted();
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        System.getLogger(ChildProcess.class.getName())
            .log(System.Logger.Level.WARNING, "The process {0} does not end.", process.pid());
      }
    } catch (InterruptedException stop) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
