package axial.train.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.job.Settings;
import axial.train.Epoch;
import axial.train.LearningRateSchedule;
import axial.train.Metrics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlateauTest {

  private static Epoch epoch(int number, double valLoss, double valAccuracy) {
    Metrics train = new Metrics(1, 0, 0, 0);
    return new Epoch(
        number,
        train,
        new Metrics(1, valLoss, valAccuracy, 0),
        0.001,
        0.001,
        1,
        Epoch.Times.UNKNOWN);
  }

  private static LearningRateSchedule.Course begin(
      LearningRateSchedule schedule, Map<String, String> settings) {
    return schedule.begin(Settings.of("test", schedule.settings(), settings), 15);
  }

  @Test
  void cutsAfterPatienceEpochsWithoutImprovementAndNeverBelowTheSmallestRate() {
    LearningRateSchedule.Course course =
        begin(new PlateauLoss(), Map.of("factor", "0.1", "min-lr", "0.0005"));
    assertThat(course.after(epoch(1, 1, 0), 0.001)).isEqualTo(0.001);
    assertThat(course.after(epoch(2, 1, 0), 0.001)).isEqualTo(0.001);
    assertThat(course.after(epoch(3, 1, 0), 0.001)).isEqualTo(0.0005);
    assertThat(course.after(epoch(4, 1, 0), 0.0005)).isEqualTo(0.0005);
    assertThat(course.after(epoch(5, 1, 0), 0.0005)).isEqualTo(0.0005);
  }

  @Test
  void theEpochThatEmptiesTheCooldownCanAlreadyCount() {
    LearningRateSchedule.Course course =
        begin(new PlateauLoss(), Map.of("factor", "0.5", "patience", "1", "cooldown", "1"));
    List<Double> rates = new ArrayList<>();
    double rate = 1;
    for (int e = 1; e <= 4; e++) {
      rate = course.after(epoch(e, 1, 0), rate);
      rates.add(rate);
    }
    assertThat(rates).containsExactly(1.0, 0.5, 0.25, 0.125);
  }

  @Test
  void accuracyIsMaximised() {
    LearningRateSchedule.Course course = begin(new PlateauAccuracy(), Map.of("patience", "1"));
    assertThat(course.after(epoch(1, 9, 0.5), 1)).isEqualTo(1);
    assertThat(course.after(epoch(2, 9, 0.6), 1)).isEqualTo(1);
    assertThat(course.after(epoch(3, 1, 0.6), 1)).isEqualTo(0.3);
  }

  @Tag("golden")
  @TestFactory
  List<DynamicTest> replayingTheNotebookGivesItsCuts() throws IOException {
    Path topic = Path.of(System.getProperty("axial.shared", "../shared"), "golden/keras-history");
    assumeTrue(Files.isDirectory(topic), "skipped: there are no golden answers at " + topic);
    List<Path> cases;
    try (Stream<Path> list = Files.list(topic)) {
      cases = list.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(cases).as("cases in " + topic).isNotEmpty();
    return cases.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> replay(f)))
        .toList();
  }

  private static void replay(Path file) throws IOException {
    JsonNode history = new ObjectMapper().readTree(file.toFile());
    List<LearningRateSchedule.Course> courses =
        List.of(begin(new PlateauLoss(), Map.of()), begin(new PlateauAccuracy(), Map.of()));
    double rate = history.get("initial_lr").asDouble();
    List<Integer> epochs = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    for (JsonNode line : history.get("epochs")) {
      Epoch epoch =
          epoch(
              line.get("epoch").asInt(),
              line.get("val_loss").asDouble(),
              line.get("val_accuracy").asDouble());
      for (LearningRateSchedule.Course course : courses) {
        double next = course.after(epoch, rate);
        if (next != rate) {
          epochs.add(epoch.number());
          rates.add(next);
        }
        rate = next;
      }
    }
    JsonNode cuts = history.get("reductions");
    assertThat(epochs).hasSize(cuts.size());
    for (int i = 0; i < cuts.size(); i++) {
      assertThat(epochs.get(i)).isEqualTo(cuts.get(i).get("epoch").asInt());
      double expected = cuts.get(i).get("lr").asDouble();
      assertThat(rates.get(i)).isCloseTo(expected, within(expected * 1e-6));
    }
  }
}
