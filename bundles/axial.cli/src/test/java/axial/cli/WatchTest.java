package axial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.job.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  private Watch watch(boolean live) {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), live, false);
    return new Watch(terminal, () -> false, nanos::get);
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
  void onATerminalOneLineIsDrawnOver() {
    Watch watch = watch(true);
    watch.at("Reading", 0, 100);
    pass(1);
    watch.at("Reading", 50, 100);
    assertThat(err.toString()).isEqualTo("\rReading … 50 of 100, 1 s left");
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
