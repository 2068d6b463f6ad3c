package axial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Shape;
import axial.data.Split;
import axial.job.Choice;
import axial.job.Machine;
import axial.job.ProblemException;
import axial.run.RunEvent;
import axial.run.RunSpec;
import axial.train.TrainingPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  private Watch watch(boolean live) {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), live, false);
    return new Watch(
        terminal,
        () -> false,
        nanos::get,
        id -> Optional.of("The engine " + id + " does without."));
  }

  private void pass(long seconds) {
    nanos.addAndGet(seconds * 1_000_000_000L);
  }

  @Test
  void pipedProgressIsPlainLinesEveryTenSecondsWithTheTimeLeft() {
    Watch watch = watch(false);
    watch.at("Reading", 0, 100);
    pass(5);
    watch.at("Reading", 10, 100);
    pass(5);
    watch.at("Reading", 20, 100);
    assertThat(err.toString().strip()).isEqualTo("Reading … 20 of 100, 40 s left");
  }

  @Test
  void theTimeLeftIsThatOfATaskThatBeginsAgain() {
    Watch watch = watch(false);
    watch.at("Asking", 0, 100);
    pass(100);
    watch.at("Asking", 0, 100);
    pass(10);
    watch.at("Asking", 10, 100);
    assertThat(err.toString().strip()).isEqualTo("Asking … 10 of 100, 1 min 30 s left");
  }

  @Test
  void onATerminalOneLineIsDrawnOver() {
    Watch watch = watch(true);
    watch.at("Reading", 0, 100);
    pass(1);
    watch.at("Reading", 50, 100);
    assertThat(err.toString()).isEqualTo("\rReading … 50 of 100, 1 s left");
  }

  @Test
  void whatTheEngineWantsToBeReadIsToldAtTheStart() {
    Choice any = new Choice("any", Map.of());
    RunSpec spec =
        new RunSpec(
            "phantom",
            any,
            any,
            any,
            List.of(),
            any,
            new Shape(1, 1, 1),
            new Choice("slow", Map.of()),
            new TrainingPlan(1, 1, false, 0, List.of()),
            List.of(),
            List.of(),
            0,
            1,
            Split.Protocol.CLEAN,
            List.of(),
            0);
    watch(false).on(new RunEvent.Started("first", Path.of("first"), spec, false));
    assertThat(err.toString().lines())
        .containsExactly("Run first", "The engine slow does without.");
  }

  @Test
  void twoThreadsOfOneCoreCountOnce() {
    List<String> cpuinfo =
        List.of(
            "physical id : 0",
            "core id : 0",
            "physical id : 0",
            "core id : 0",
            "physical id : 0",
            "core id : 1",
            "physical id : 1",
            "core id : 0");
    assertThat(Machine.physicalCores(cpuinfo)).hasValue(3);
    assertThat(Machine.physicalCores(List.of("BogoMIPS : 50"))).isEmpty();
    assertThat(SystemMemory.bytes()).isPresent();
  }

  @Test
  void ofASettingGivenTwiceTheLastCountsAndNonsenseIsTold() {
    assertThat(Assignments.parse(List.of("a=1", "b==2", "a=3")))
        .isEqualTo(Map.of("a", "3", "b", "=2"));
    assertThatThrownBy(() -> Assignments.parse(List.of("epochs")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("\"epochs\" is no setting");
  }

  @Test
  void tablesAlignNumbersRight() {
    Table table = new Table(List.of("class", "n"));
    table.add(List.of("no", "7"));
    table.add(List.of("yes", "123"));
    assertThat(table.text()).isEqualTo("class    n\nno       7\nyes    123");
  }

  @Test
  void durationsAreShort() {
    assertThat(Words.duration(8.2)).isEqualTo("8 s");
    assertThat(Words.duration(200)).isEqualTo("3 min 20 s");
    assertThat(Words.duration(7500)).isEqualTo("2 h 5 min");
  }
}
