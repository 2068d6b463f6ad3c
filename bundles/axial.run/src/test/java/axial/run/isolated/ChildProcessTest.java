package axial.run.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.IsolatedRuns.Limits;
import axial.run.RunRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a process does, who watches it goes on and says in a sentence what happened. */
class ChildProcessTest {

  private static final Order ORDER =
      new Order.Make(new RunRequest("net", "phantom", Map.of()), "run");
  private static final Limits LONG = new Limits(Limits.LEAST_BYTES, Duration.ofMinutes(5));

  private final List<ChildLine> heard = new ArrayList<>();

  @BeforeEach
  void aShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no /bin/sh");
  }

  private ChildLine.Over make(String script, Limits limits, Progress progress) {
    try (ChildProcess process =
        ChildProcess.start(
            new ProcessBuilder("/bin/sh", "-c", "read order; " + script),
            "run",
            limits,
            Duration.ofSeconds(1))) {
      return process.carryOut(ORDER, progress, heard::add);
    }
  }

  private void fails(String script, Limits limits, String sentence) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> make(script, limits, Progress.none()))
        .withMessageContaining(sentence);
  }

  @Test
  void linesBecomeEventsUntilTheRunIsOver() {
    ChildLine.Over over =
        make(
            """
            echo '{"line":"at","task":"Reading","done":1,"total":2}'
            echo '{"line":"over","stopped":false,"problems":[]}'
            """,
            LONG,
            Progress.none());
    assertThat(over).isEqualTo(ChildLine.Over.well());
    assertThat(heard).containsExactly(new ChildLine.At("Reading", 1, 2));
  }

  @Test
  void aKilledProcessIsTold() {
    fails("kill -9 $$", LONG, "was killed by signal 9.");
  }

  @Test
  void aProcessOutOfMemoryIsTold() {
    fails("exit 3", LONG, "needed more than the 256 MiB of memory");
  }

  @Test
  void aProcessThatEndsEarlyIsToldWithWhatAxialSaidThere() {
    fails("echo 'axial: No room.' >&2; exit 6", LONG, "ended with code 6");
  }

  @Test
  void aProcessThatTakesTooLongIsEnded() {
    fails(
        "while true; do sleep 1; done",
        new Limits(Limits.LEAST_BYTES, Duration.ofSeconds(1)),
        "took longer than the 1 seconds");
  }

  @Test
  void outputThatIsNoEventIsToldWithoutItsControlCharacters() {
    fails("printf 'ha\\033[2Jha\\n'; sleep 60", LONG, "wrote \"ha [2Jha\", which is no event");
    fails(
        "echo '{\"line\":\"at\",\"task\":null,\"done\":1,\"total\":2}'; sleep 60",
        LONG,
        "no event");
    fails("cat /dev/zero", LONG, "which is no event");
  }

  @Test
  void aCancelledProcessIsAskedAndThenEnded() {
    AtomicBoolean cancelled = new AtomicBoolean();
    String polite =
        """
        echo '{"line":"at","task":"Training","done":1,"total":2}'
        read word
        [ "$word" = stop ] && echo '{"line":"over","stopped":true,"problems":[]}'
        """;
    Progress progress = Progress.cancelledWhen(() -> !heard.isEmpty() || cancelled.get());
    assertThat(make(polite, LONG, progress)).isEqualTo(ChildLine.Over.halted());
    cancelled.set(true);
    assertThat(make("while true; do sleep 1; done", LONG, progress))
        .isEqualTo(ChildLine.Over.halted());
  }
}
