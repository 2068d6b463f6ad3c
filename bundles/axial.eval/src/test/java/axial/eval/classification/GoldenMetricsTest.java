package axial.eval.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.data.Labels;
import axial.eval.Comparison.Difference;
import axial.eval.Comparison.McNemar;
import axial.eval.Curve;
import axial.eval.Curve.Point;
import axial.eval.Evaluation;
import axial.eval.EvaluationData;
import axial.eval.Prediction;
import axial.eval.PredictionComparer.Contender;
import axial.eval.Predictions;
import axial.eval.comparison.SharedSampleComparer;
import axial.job.Seed;
import axial.job.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The same predictions as scikit-learn and statsmodels, to 1e-9, the report to the letter: every
 * answer that a case has, and one that this test does not know fails it.
 */
@Tag("golden")
class GoldenMetricsTest {

  private static final Offset<Double> NEAR = within(1e-9);

  @TestFactory
  List<DynamicTest> everyAnswerAgreesWithScikitLearnAndStatsmodels() throws IOException {
    Path topic = Path.of(System.getProperty("axial.shared", "../shared"), "golden", "metrics");
    assumeTrue(Files.isDirectory(topic), "skipped: there are no golden answers at " + topic);
    List<Path> cases;
    try (Stream<Path> list = Files.list(topic)) {
      cases = list.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
    assertThat(cases).as("cases in " + topic).isNotEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    for (Path csv : cases) {
      String name = csv.getFileName().toString().replace(".csv", "");
      JsonNode answers = new ObjectMapper().readTree(csv.resolveSibling(name + ".json").toFile());
      Case one = Case.read(csv, answers.get("report_text").asText());
      for (Map.Entry<String, JsonNode> answer : answers.properties()) {
        tests.add(
            DynamicTest.dynamicTest(
                name + ": " + answer.getKey(),
                () -> one.compare(answer.getKey(), answer.getValue())));
      }
    }
    return tests;
  }

  /** One file of predictions; two classes have those of two models. */
  private record Case(Predictions first, Optional<Predictions> second, Evaluation evaluation) {

    static Case read(Path csv, String report) throws IOException {
      List<String> names = classes(report);
      Labels labels = new Labels(names, names.size() == 2 ? 1 : 0);
      List<String> lines = Files.readAllLines(csv);
      List<double[]> rows =
          lines.stream()
              .skip(1)
              .map(line -> Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray())
              .toList();
      boolean two = names.size() == 2;
      Predictions first = predictions(labels, rows, two ? 1 : 0);
      ClassificationEvaluator evaluator = new ClassificationEvaluator();
      return new Case(
          first,
          two ? Optional.of(predictions(labels, rows, 2)) : Optional.empty(),
          evaluator.evaluate(
              EvaluationData.of(first),
              Settings.defaults("test", evaluator.settings()),
              new Seed(1)));
    }

    private static List<String> classes(String report) {
      return report
          .lines()
          .skip(2)
          .takeWhile(line -> !line.isBlank())
          .map(line -> line.strip().split(" {2,}")[0])
          .toList();
    }

    /** Predictions of the positive class's column of two, or of all columns if it is 0. */
    private static Predictions predictions(Labels labels, List<double[]> rows, int column) {
      List<Prediction> list = new ArrayList<>();
      for (double[] row : rows) {
        double[] p =
            column == 0
                ? java.util.Arrays.copyOfRange(row, 1, row.length)
                : new double[] {1 - row[column], row[column]};
        String id = "sample-" + list.size();
        list.add(new Prediction(id, id, (int) row[0], p));
      }
      return new Predictions(labels, list);
    }

    void compare(String key, JsonNode expected) {
      switch (key) {
        case "threshold" ->
            assertThat("> " + evaluation.figures().get("threshold")).isEqualTo(expected.asText());
        case "confusion" ->
            assertThat(first.confusion().toString().replace(" ", ""))
                .isEqualTo(expected.toString());
        case "report_text" -> assertThat(evaluation.text()).isEqualTo(expected.asText());
        case "roc" -> {
          List<Point> points = curve("roc").points();
          assertThat(points).hasSize(expected.get("points").asInt());
          near(points, Point::x, expected.get("fpr"));
          near(points, Point::y, expected.get("tpr"));
        }
        case "pr" -> {
          List<Point> points = curve("pr").points();
          assertThat(points).hasSize(expected.get("points").asInt());
          end(points.get(0), expected.get("first"));
          end(points.get(points.size() - 1), expected.get("last"));
        }
        case "wilson95" ->
            expected
                .properties()
                .forEach(
                    rate -> {
                      figure(rate.getKey() + "_low", rate.getValue().get(0));
                      figure(rate.getKey() + "_high", rate.getValue().get(1));
                    });
        case "calibration_uniform10" -> {
          List<Point> points = curve("reliability").points();
          near(points, Point::y, expected.get(0));
          near(points, Point::x, expected.get(1));
        }
        case "mcnemar_a_vs_b" -> mcNemar(expected);
        default -> figure(key, expected);
      }
    }

    private Curve curve(String id) {
      return evaluation.curves().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    private void figure(String name, JsonNode expected) {
      assertThat(expected.isNumber()).as("an answer that is a number: " + name).isTrue();
      assertThat(evaluation.figures()).containsKey(name);
      assertThat(evaluation.figures().get(name)).as(name).isCloseTo(expected.asDouble(), NEAR);
    }

    private static void near(List<Point> points, ToDoubleFunction<Point> axis, JsonNode expected) {
      assertThat(points).hasSize(expected.size());
      for (int i = 0; i < points.size(); i++) {
        assertThat(axis.applyAsDouble(points.get(i)))
            .as("point " + i)
            .isCloseTo(expected.get(i).asDouble(), NEAR);
      }
    }

    /** Precision, then recall. */
    private static void end(Point point, JsonNode expected) {
      assertThat(point.y()).isCloseTo(expected.get(0).asDouble(), NEAR);
      assertThat(point.x()).isCloseTo(expected.get(1).asDouble(), NEAR);
    }

    private void mcNemar(JsonNode expected) {
      Difference difference =
          new SharedSampleComparer()
              .compare(
                  List.of(
                      new Contender("a", first, Map.of()),
                      new Contender("b", second.orElseThrow(), Map.of())),
                  new Seed(1))
              .differences()
              .get(0);
      McNemar test = difference.mcNemar().orElseThrow();
      assertThat(
              "[[%d,%d],[%d,%d]]"
                  .formatted(
                      test.bothRight(), test.onlyFirst(), test.onlySecond(), test.bothWrong()))
          .isEqualTo(expected.get("table").toString());
      close(test.exactP(), expected.get("exact_p"));
      close(test.chiSquared(), expected.get("corrected_chi2"));
      close(test.correctedP(), expected.get("corrected_p"));
    }

    /** To 1e-9 of the value, as probabilities may be far smaller. */
    private static void close(double value, JsonNode expected) {
      assertThat(value)
          .isCloseTo(expected.asDouble(), within(1e-9 * Math.abs(expected.asDouble())));
    }
  }
}
