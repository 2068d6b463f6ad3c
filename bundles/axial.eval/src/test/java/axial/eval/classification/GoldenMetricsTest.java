package axial.eval.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.data.Labels;
import axial.eval.Evaluation;
import axial.eval.EvaluationData;
import axial.eval.Prediction;
import axial.eval.Predictions;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The same predictions as scikit-learn and statsmodels, to 1e-9, the report to the letter. */
@Tag("golden")
class GoldenMetricsTest {

  private static final List<String> FIGURES =
      List.of(
          "accuracy",
          "balanced_accuracy",
          "mcc",
          "cohen_kappa",
          "roc_auc",
          "average_precision",
          "brier",
          "log_loss");

  @TestFactory
  List<DynamicTest> figuresAgreeWithScikitLearn() throws IOException {
    Path topic = Path.of(System.getProperty("axial.shared", "../shared"), "golden", "metrics");
    assumeTrue(Files.isDirectory(topic), "skipped: there are no golden answers at " + topic);
    List<Path> cases;
    try (Stream<Path> list = Files.list(topic)) {
      cases = list.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
    assertThat(cases).as("cases in " + topic).isNotEmpty();
    return cases.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> compare(f)))
        .toList();
  }

  private static void compare(Path csv) throws IOException {
    JsonNode expected =
        new ObjectMapper()
            .readTree(
                csv.resolveSibling(csv.getFileName().toString().replace(".csv", ".json")).toFile());
    String text = expected.get("report_text").asText();
    Predictions predictions = read(csv, text);
    assertThat(predictions.confusion().toString().replace(" ", ""))
        .isEqualTo(expected.get("confusion").toString());
    ClassificationEvaluator evaluator = new ClassificationEvaluator();
    Evaluation evaluation =
        evaluator.evaluate(
            EvaluationData.of(predictions),
            Settings.defaults("test", evaluator.settings()),
            new Seed(1));
    assertThat(evaluation.text()).isEqualTo(text);
    boolean two = predictions.labels().count() == 2;
    for (String figure :
        two ? FIGURES : List.of("accuracy", "mcc", "log_loss", "macro_ovr_auc", "top2")) {
      assertThat(evaluation.figures().get(figure))
          .as(figure)
          .isCloseTo(expected.get(figure).asDouble(), within(1e-9));
    }
    if (two) {
      for (Map.Entry<String, JsonNode> rate : expected.get("wilson95").properties()) {
        assertThat(evaluation.figures().get(rate.getKey() + "_low"))
            .isCloseTo(rate.getValue().get(0).asDouble(), within(1e-9));
        assertThat(evaluation.figures().get(rate.getKey() + "_high"))
            .isCloseTo(rate.getValue().get(1).asDouble(), within(1e-9));
      }
    }
  }

  private static Predictions read(Path csv, String report) throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : report.split("\n")) {
      String row = line.strip();
      if (row.isEmpty() && !names.isEmpty()) {
        break;
      }
      if (!row.isEmpty() && !row.startsWith("precision")) {
        names.add(row.split(" {2,}")[0]);
      }
    }
    Labels labels = new Labels(names, names.size() == 2 ? 1 : 0);
    List<Prediction> predictions = new ArrayList<>();
    List<String> lines = Files.readAllLines(csv);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      double[] p;
      if (labels.count() == 2) {
        double positive = Double.parseDouble(cells[1]);
        p = new double[] {1 - positive, positive};
      } else {
        p = Stream.of(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
      }
      String id = "sample-" + predictions.size();
      predictions.add(new Prediction(id, id, Integer.parseInt(cells[0]), p));
    }
    return new Predictions(labels, predictions);
  }
}
