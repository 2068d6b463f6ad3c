package axial.train.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.job.Settings;
import axial.train.Epoch;
import axial.train.LearningRateSchedule;
import axial.train.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CosineTest {

  private static final Metrics NOTHING = new Metrics(1, 0, 0, 0);

  /** The rates of all epochs, and the one after the last. */
  private static List<Double> rates(int epochs, double rate, Map<String, String> settings) {
    LearningRateSchedule schedule = new Cosine();
    LearningRateSchedule.Course course =
        schedule.begin(Settings.of("test", schedule.settings(), settings), epochs);
    List<Double> rates = new ArrayList<>(List.of(course.first(rate)));
    for (int number = 1; number <= epochs; number++) {
      double now = rates.get(number - 1);
      Epoch epoch = new Epoch(number, NOTHING, NOTHING, now, now, 1, Epoch.Times.UNKNOWN);
      rates.add(course.after(epoch, now));
    }
    return rates;
  }

  private static void assertRates(List<Double> rates, double... expected) {
    assertThat(rates).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(rates.get(i)).as("epoch " + (i + 1)).isCloseTo(expected[i], within(1e-15));
    }
  }

  @Test
  void theRateFollowsHalfACosineFromTheWholeRateToItsEnd() {
    double half = Math.sqrt(0.5) / 2;
    assertRates(
        rates(4, 0.01, Map.of("end", "0.2")),
        0.01,
        0.01 * (0.2 + 0.8 * (0.5 + half)),
        0.01 * 0.6,
        0.01 * (0.2 + 0.8 * (0.5 - half)),
        0.01 * 0.2);
  }

  @Test
  void theRateRisesInEqualStepsBeforeItFalls() {
    assertRates(
        rates(5, 0.3, Map.of("warm-up", "2", "end", "0.1")),
        0.1,
        0.2,
        0.3,
        0.3 * (0.1 + 0.9 * 0.75),
        0.3 * (0.1 + 0.9 * 0.25),
        0.3 * 0.1);
  }

  @Test
  void aWarmUpLongerThanTheTrainingLeavesOneEpochAtTheWholeRate() {
    assertRates(rates(3, 0.3, Map.of("warm-up", "50", "end", "0.5")), 0.1, 0.2, 0.3, 0.15);
    assertRates(rates(1, 0.3, Map.of("warm-up", "50", "end", "0.5")), 0.3, 0.15);
  }

  @Test
  void whatAnotherScheduleCutStaysCut() {
    LearningRateSchedule schedule = new Cosine();
    LearningRateSchedule.Course course =
        schedule.begin(Settings.of("test", schedule.settings(), Map.of("end", "0.2")), 2);
    Epoch epoch = new Epoch(1, NOTHING, NOTHING, 1, 1, 1, Epoch.Times.UNKNOWN);
    assertThat(course.after(epoch, 0.3)).isCloseTo(0.3 * 0.6, within(1e-15));
  }
}
