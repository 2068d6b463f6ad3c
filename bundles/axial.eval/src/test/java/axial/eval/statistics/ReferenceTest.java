package axial.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.data.Labels;
import axial.data.Sample;
import axial.eval.Estimate;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Seed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The numbers of Python's libraries; reference.py beside reference.json names and computes them.
 */
class ReferenceTest {

  private static final Offset<Double> NEAR = within(1e-9);
  private static final Labels TWO = new Labels(List.of("no", "yes"), 1);
  private static final Labels THREE = new Labels(List.of("a", "b", "c"), 0);

  private final JsonNode reference = read();
  private final JsonNode two = reference.get("two");
  private final Predictions a = binary("truth", "a");
  private final Predictions b = binary("truth", "b");

  private static JsonNode read() {
    try (InputStream json =
        Objects.requireNonNull(ReferenceTest.class.getResourceAsStream("reference.json"))) {
      return new ObjectMapper().readTree(json);
    } catch (IOException broken) {
      throw new IllegalStateException("reference.json cannot be read", broken);
    }
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private Predictions binary(String truths, String scores) {
    double[] score = numbers(two.get(scores));
    double[][] rows =
        Arrays.stream(score).mapToObj(p -> new double[] {1 - p, p}).toArray(double[][]::new);
    return predictions(TWO, two.get(truths), rows);
  }

  private Predictions three() {
    JsonNode p = reference.get("three").get("p");
    double[][] rows =
        StreamSupport.stream(p.spliterator(), false)
            .map(ReferenceTest::numbers)
            .toArray(double[][]::new);
    return predictions(THREE, reference.get("three").get("truth"), rows);
  }

  private static Predictions predictions(Labels labels, JsonNode truth, double[][] rows) {
    List<Prediction> list = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      list.add(new Prediction("id" + i, "source" + i, truth.get(i).asInt(), rows[i]));
    }
    return new Predictions(labels, list);
  }

  private static void near(Estimate estimate, JsonNode interval, Offset<Double> offset) {
    assertThat(estimate.low()).isCloseTo(interval.get(0).asDouble(), offset);
    assertThat(estimate.high()).isCloseTo(interval.get(1).asDouble(), offset);
  }

  @Test
  void areasAndTheirDifferenceAreThoseOfDeLong() {
    JsonNode expected = two.get("delong");
    Scores first = Scores.of(a, 1);
    Scores second = Scores.of(b, 1);
    DeLong areas = new DeLong(first.positive(), first.score(), second.score());
    for (int k = 0; k < 2; k++) {
      assertThat(areas.area(k).value()).isCloseTo(expected.get("areas").get(k).asDouble(), NEAR);
      near(areas.area(k), expected.get("intervals").get(k), NEAR);
    }
    assertThat(areas.p()).isCloseTo(expected.get("p").asDouble(), NEAR);
    JsonNode c = expected.get("covariance");
    double deviation =
        Math.sqrt(
            c.get(0).get(0).asDouble()
                + c.get(1).get(1).asDouble()
                - 2 * c.get(0).get(1).asDouble());
    Estimate difference = areas.difference();
    assertThat(difference.high() - difference.value())
        .isCloseTo(Estimate.NORMAL_QUANTILE * deviation, NEAR);
  }

  @Test
  void sharesHaveWilsonsInterval() {
    int[][] counts = {{0, 7}, {7, 7}, {a.confusion().count(1, 1), a.confusion().support(1)}};
    for (int i = 0; i < counts.length; i++) {
      near(Estimate.share(counts[i][0], counts[i][1]), two.get("wilson").get(i), NEAR);
    }
  }

  @Test
  void balancedAccuracyOfTwoClassesHasNewcombesInterval() {
    Estimate estimate = Estimate.balancedAccuracy(a.confusion());
    assertThat(estimate.value()).isCloseTo(two.get("balanced_accuracy").get(0).asDouble(), NEAR);
    assertThat(estimate.low()).isCloseTo(two.get("balanced_accuracy").get(1).asDouble(), NEAR);
    assertThat(estimate.high()).isCloseTo(two.get("balanced_accuracy").get(2).asDouble(), NEAR);
  }

  @Test
  void calibrationOfTwoClassesIsThatOfThePositiveOne() {
    Predictions validation = binary("validation_truth", "validation");
    Temperature temperature = Temperature.fit(validation).orElseThrow();
    assertThat(temperature.value()).isCloseTo(two.get("temperature").asDouble(), within(1e-6));
    calibrated(two, a, temperature, two.get("calibration_error"));
    // Bins are steep: a probability on an edge may fall on either side.
    assertThat(Reliability.of(temperature.apply(a)).expectedError())
        .isCloseTo(two.get("scaled_calibration_error").get(0).asDouble(), within(1e-6));
  }

  @Test
  void calibrationOfMoreClassesIsThatOfTheClassCalled() {
    Predictions three = three();
    Temperature temperature = Temperature.fit(three).orElseThrow();
    JsonNode expected = reference.get("three");
    assertThat(temperature.value()).isCloseTo(expected.get("temperature").asDouble(), within(1e-6));
    calibrated(expected, three, temperature, expected.get("calibration_error"));
  }

  private static void calibrated(
      JsonNode expected, Predictions test, Temperature temperature, JsonNode errors) {
    Reliability reliability = Reliability.of(test);
    assertThat(reliability.expectedError()).isCloseTo(errors.get(0).asDouble(), NEAR);
    assertThat(reliability.maximumError()).isCloseTo(errors.get(1).asDouble(), NEAR);
    assertThat(Probabilities.logLoss(test))
        .isCloseTo(expected.get("log_loss").get(0).asDouble(), NEAR);
    assertThat(Probabilities.logLoss(temperature.apply(test)))
        .isCloseTo(expected.get("log_loss").get(1).asDouble(), within(1e-7));
  }

  @Test
  void percentilesAreNumPys() {
    JsonNode expected = reference.get("percentiles");
    near(
        GroupBootstrap.percentiles(0, numbers(expected.get("numbers"))),
        expected.get("interval"),
        NEAR);
  }

  /** Ten times as many replicates with other draws: two hundredths are what chance leaves. */
  @Test
  void bootstrapOfImagesIsThatOfSciPy() {
    double[][] replicates =
        GroupBootstrap.of(a.list(), Map.of(), new Seed(1)).replicates(new WeightedRates(a));
    near(figure(replicates, 0), two.get("bootstrap_of_images"), within(0.02));
  }

  @Test
  void bootstrapOfGroupsDrawsWholeGroups() {
    Map<String, Sample> samples = new HashMap<>();
    for (int i = 0; i < a.list().size(); i++) {
      Prediction p = a.list().get(i);
      samples.put(
          p.source(), new Sample(p.id(), p.source(), p.truth(), "patient " + i / 4, Map.of()));
    }
    double[][] replicates =
        GroupBootstrap.of(a.list(), samples, new Seed(1)).replicates(new WeightedRates(a));
    JsonNode expected = two.get("bootstrap_of_groups_of_4");
    near(figure(replicates, 0), expected.get(0), within(0.02));
    near(figure(replicates, WeightedRates.NAMES.indexOf("roc_auc")), expected.get(1), within(0.02));
  }

  private static Estimate figure(double[][] replicates, int index) {
    return GroupBootstrap.percentiles(
        0, Arrays.stream(replicates).mapToDouble(r -> r[index]).toArray());
  }
}
