package axial.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.data.Labels;
import axial.data.Sample;
import axial.eval.Comparison.McNemar;
import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  private static final Labels TWO = new Labels(List.of("no", "yes"), 1);

  /** Forty patients of three images; the first image of each is wrong in every fifth patient. */
  private static Predictions predictions(Map<String, Sample> samples) {
    List<Prediction> list = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      int patient = i / 3;
      int truth = patient % 2;
      double p = 0.3 * ((i * 7) % 10) / 10 + (patient % 5 == 0 ? 1 - truth : truth) * 0.65;
      Prediction prediction =
          new Prediction("id" + i, "source" + i, truth, new double[] {1 - p, p});
      list.add(prediction);
      samples.put(
          prediction.source(),
          new Sample(prediction.id(), prediction.source(), truth, "patient " + patient, Map.of()));
    }
    return new Predictions(TWO, list);
  }

  private static double[][] replicates(int threads)
      throws InterruptedException, ExecutionException {
    Map<String, Sample> samples = new HashMap<>();
    Predictions predictions = predictions(samples);
    GroupBootstrap bootstrap = GroupBootstrap.of(predictions.list(), samples, new Seed(7));
    assertThat(bootstrap.groups()).isEqualTo(40);
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> bootstrap.replicates(new WeightedRates(predictions))).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theBootstrapIsTheSameOnOneAndOnEightThreads() throws Exception {
    double[][] one = replicates(1);
    assertThat(one).hasNumberOfRows(2000);
    assertThat(Arrays.stream(one).mapToDouble(r -> r[0]).distinct().count()).isGreaterThan(20);
    assertThat(replicates(8)).isDeepEqualTo(one);
  }

  @Test
  void theBootstrapNeverTearsAGroupApart() {
    Map<String, Sample> samples = new HashMap<>();
    Predictions predictions = predictions(samples);
    double[][] torn =
        GroupBootstrap.of(predictions.list(), samples, new Seed(1))
            .replicates(
                weights -> {
                  double count = 0;
                  for (int i = 0; i < weights.length; i++) {
                    count += weights[i] == weights[i / 3 * 3] ? 0 : 1;
                  }
                  return new double[] {count, Arrays.stream(weights).sum()};
                });
    assertThat(List.of(torn)).allMatch(replicate -> replicate[0] == 0 && replicate[1] == 120);
  }

  @Test
  void anIntervalIsLeftOutWhereTooManyReplicatesSayNothing() {
    double[] replicates = new double[100];
    Arrays.fill(replicates, 0, 6, Double.NaN);
    assertThat(GroupBootstrap.percentiles(0.5, replicates).hasInterval()).isFalse();
    Arrays.fill(replicates, 0, 5, 0.25);
    assertThat(GroupBootstrap.percentiles(0.5, replicates).hasInterval()).isTrue();
  }

  @Test
  void classesWithoutAnErrorHaveAnAreaAndNoInterval() {
    Estimate area =
        DeLong.area(
            new Scores(new boolean[] {true, true, false, false}, new double[] {.9, .8, .2, .1}));
    assertThat(area.value()).isEqualTo(1);
    assertThat(area.hasInterval()).isFalse();
    assertThat(area.text()).isEqualTo("1.000");
  }

  @Test
  void modelsThatNeverDifferHaveAProbabilityOfOne() {
    boolean[] right = {true, false, true};
    McNemar test = PairedAnswers.test(right, right);
    assertThat(test.exactP()).isEqualTo(1);
    assertThat(test.correctedP()).isEqualTo(1);
    assertThat(test.chiSquared()).isNaN();
  }

  @Test
  void theIntervalOfABalancedAccuracyLeavesOutAClassWithoutImages() {
    Labels three = new Labels(List.of("a", "b", "c"), 0);
    Estimate of =
        Estimate.balancedAccuracy(
            new ConfusionMatrix(three, new int[][] {{9, 1, 0}, {2, 8, 0}, {0, 0, 0}}));
    Estimate two =
        Estimate.balancedAccuracy(new ConfusionMatrix(TWO, new int[][] {{9, 1}, {2, 8}}));
    assertThat(of).isEqualTo(two);
    assertThat(of.value()).isCloseTo(0.85, within(1e-12));
  }

  @Test
  void noTemperatureIsFittedWhereThereIsNoError() {
    List<Prediction> list = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double p = i % 2 == 0 ? 0.2 : 0.9;
      list.add(new Prediction("id" + i, "source" + i, i % 2, new double[] {1 - p, p}));
    }
    assertThat(Temperature.fit(new Predictions(TWO, list))).isEmpty();
  }

  @Test
  void probabilitiesOfExactlyZeroAndOneStillHaveATemperature() {
    List<Prediction> list = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int called = i % 5 == 0 ? 1 - i % 2 : i % 2;
      list.add(new Prediction("id" + i, "source" + i, i % 2, new double[] {1 - called, called}));
    }
    Predictions sure = new Predictions(TWO, list);
    Temperature temperature = Temperature.fit(sure).orElseThrow();
    assertThat(temperature.value()).isGreaterThan(1);
    // Four in five are right, and that is what the probabilities then say.
    assertThat(temperature.apply(sure).list().get(1).probabilities()[1])
        .isCloseTo(0.8, within(1e-6));
  }
}
