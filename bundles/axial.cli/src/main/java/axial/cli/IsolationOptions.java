package axial.cli;

import axial.extension.Installation;
import axial.extension.Installation.State;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.IsolatedRuns;
import axial.run.IsolatedRuns.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a run is made in a process of its own, and what that may use. */
final class IsolationOptions {

  private static final Pattern MEMORY = Pattern.compile("([1-9][0-9]{0,6})([mg])");

  /** What is said of an extension that is not there. */
  private static final Pattern MISSING = Pattern.compile("(There is no [a-z ]+ \"[^\"]*\")\\.");

  private static final int MOST_MINUTES = 60 * 24 * 60;
  private static final String DEFAULT_MEMORY = "2g";
  private static final int DEFAULT_MINUTES = 60;

  @Option(
      names = "--isolated",
      description = {
        "Work in a process of its own, for extensions that you do not trust.",
        "See docs/security.md for what that keeps off and what not."
      })
  private boolean isolated;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Java heap of that process, such as 512m or 4g. Default: 2g.")
  private @Nullable String memory;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long that process may take. Default: 60.")
  private @Nullable Integer minutes;

  boolean wanted() {
    return isolated;
  }

  /** Work in a process of its own. */
  interface Apart<T> {
    T work(IsolatedRuns runs, Limits limits);
  }

  /**
   * Works in a process of its own when that is wanted, else in this one.
   *
   * @param remedy what to do when something is missing here and may be there
   */
  <T> T work(Session session, String remedy, Apart<T> apart, Supplier<T> here) {
    return isolated ? apart(session, apart) : here(session, remedy, here);
  }

  /** Works in a process of its own. */
  <T> T apart(Session session, Apart<T> apart) {
    return apart.work(session.service(IsolatedRuns.class), limits());
  }

  /** Refuses limits of a process that is not wanted. */
  void requireLimited() {
    if (!isolated && (memory != null || minutes != null)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "--memory and --minutes limit a process of its own, and none is wanted.",
          "Add --isolated, or leave them out.");
    }
  }

  private Limits limits() {
    return new Limits(
        bytes(memory == null ? DEFAULT_MEMORY : memory),
        Duration.ofMinutes(checked(minutes == null ? DEFAULT_MINUTES : minutes)));
  }

  private static int checked(int minutes) {
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "--minutes must be from 1 to %d; it was %d.".formatted(MOST_MINUTES, minutes),
          "Give it another number.");
    }
    return minutes;
  }

  /** Bytes of a size such as 512m or 4g. */
  static long bytes(String size) {
    Matcher parts = MEMORY.matcher(size.toLowerCase(Locale.ROOT));
    long bytes =
        parts.matches()
            ? Long.parseLong(parts.group(1)) << (parts.group(2).equals("g") ? 30 : 20)
            : 0;
    if (bytes < Limits.LEAST_BYTES) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "--memory must be a size of 256m or more; it was \"" + size + "\".",
          "Give it a number with m or g, such as 512m or 4g.");
    }
    return bytes;
  }

  /**
   * Works in this process; when something is missing, and extensions of the workspace run in a
   * process of their own only, says so.
   *
   * @param remedy what to do then
   */
  static <T> T here(Session session, String remedy, Supplier<T> work) {
    try {
      return work.get();
    } catch (ProblemException failed) {
      Matcher missing = MISSING.matcher(failed.problem().summary());
      List<String> elsewhere = missing.matches() ? elsewhere(session) : List.of();
      if (elsewhere.isEmpty()) {
        throw failed;
      }
      throw new ProblemException(
          new Problem(
              Problem.Kind.USAGE,
              "%s in this process, and the extensions of %s run in a process of their own only."
                  .formatted(missing.group(1), String.join(", ", elsewhere)),
              remedy),
          failed);
    }
  }

  private static List<String> elsewhere(Session session) {
    return session.service(Installation.class).list().stream()
        .filter(installed -> installed.state() == State.ISOLATED)
        .map(installed -> installed.bundle().name().symbolicName())
        .toList();
  }
}
