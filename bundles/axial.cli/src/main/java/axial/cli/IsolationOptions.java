package axial.cli;

import axial.extension.Installation;
import axial.extension.Installation.State;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.ModelFactory;
import axial.run.IsolatedRuns;
import axial.run.IsolatedRuns.Limits;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a run is made in a process of its own, and what that may use. */
final class IsolationOptions {

  private static final Pattern MEMORY = Pattern.compile("([1-9][0-9]{0,6})([mg])");
  private static final int MOST_MINUTES = 60 * 24 * 60;
  private static final String DEFAULT_MEMORY = "2g";
  private static final int DEFAULT_MINUTES = 60;

  @Option(
      names = "--isolated",
      description = {
        "Train in a process of its own, for extensions that you do not trust.",
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

  /** Refuses what only a run in a process of its own has, or cannot have. */
  void requireAlone(boolean folds) {
    if (isolated && folds) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "--isolated makes one run, and --folds wants several.",
          "Leave one of them out.");
    }
    if (!isolated && (memory != null || minutes != null)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "--memory and --minutes limit a process of its own, and none is wanted.",
          "Add --isolated, or leave them out.");
    }
  }

  /** Makes a run in a process of its own. */
  RunRecord run(Session session, RunRequest request, Optional<Path> out) {
    Limits limits =
        new Limits(
            bytes(memory == null ? DEFAULT_MEMORY : memory),
            Duration.ofMinutes(checked(minutes == null ? DEFAULT_MINUTES : minutes)));
    Watch watch = session.watch();
    return session.service(IsolatedRuns.class).run(request, out, limits, watch, watch);
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

  /** Makes a request complete in this process; says so when its model runs in another one only. */
  static RunSpec specify(Session session, RunRequest request) {
    try {
      return session.runs().specify(request);
    } catch (ProblemException failed) {
      boolean known =
          session.extensions().all(ModelFactory.class).stream()
              .anyMatch(model -> model.id().equals(request.model()));
      List<String> elsewhere = known ? List.of() : elsewhere(session);
      if (elsewhere.isEmpty()) {
        throw failed;
      }
      throw new ProblemException(
          new Problem(
              Problem.Kind.USAGE,
              "There is no model \"%s\" in this process, and the models of %s run in a process of"
                      .formatted(request.model(), String.join(", ", elsewhere))
                  + " their own only.",
              "Train it with --isolated."),
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
