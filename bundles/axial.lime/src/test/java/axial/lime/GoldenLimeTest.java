package axial.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.data.Image;
import axial.explain.Explanation;
import axial.explain.Marks;
import axial.explain.Regions;
import axial.job.Progress;
import axial.job.Seed;
import axial.lime.LocalModel.Selection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("golden")
class GoldenLimeTest {

  @TestFactory
  List<DynamicTest> weightsAgreeWithThePythonPackage() throws IOException {
    return Golden.cases().stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> weights(f)))
        .toList();
  }

  @TestFactory
  List<DynamicTest> hiddenRegionsMakeTheSameModelAnswerTheSame() throws IOException {
    return Golden.cases().stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> answers(f)))
        .toList();
  }

  private static void answers(Path folder) throws IOException {
    Image image = Golden.image(folder.resolve("image.png"));
    Regions regions = Golden.regions(folder);
    boolean[][] masks = Golden.masks(folder);
    JsonNode colour =
        new ObjectMapper().readTree(folder.resolve("explanation.json").toFile()).get("hide_color");
    Perturbation.Filler filler =
        colour.isNull()
            ? new Perturbation.OwnMean()
            : new Perturbation.Level(colour.asInt() / 255f);
    Perturbation perturbation = new Perturbation(image, regions, filler);
    double[][] answers =
        new GoldenModel(image.shape())
            .predict(masks.length, (i, values) -> perturbation.write(masks[i], values));
    double[][] expected = Golden.csv(folder.resolve("probabilities.csv"));
    double worst = 0;
    for (int s = 0; s < masks.length; s++) {
      worst = Math.max(worst, Math.abs(answers[s][1] - expected[s][1]));
    }
    assertThat(worst).isLessThan(1e-7);
  }

  @TestFactory
  List<DynamicTest> topRegionsCoverWhatThePythonPackageMarks() throws IOException {
    return Golden.cases().stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> masks(f)))
        .toList();
  }

  private static void masks(Path folder) throws IOException {
    Regions regions = Golden.regions(folder);
    JsonNode facts = new ObjectMapper().readTree(folder.resolve("explanation.json").toFile());
    double[] target =
        Stream.of(Golden.csv(folder.resolve("probabilities.csv"))).mapToDouble(p -> p[1]).toArray();
    LocalModel model = fit(Golden.masks(folder), target, facts.get("num_features").asInt());
    Explanation explanation =
        new Explanation("lime", 1, target[0], regions, model.weights(), Map.of());
    Marks positive = Marks.speakingFor(explanation, 2);
    Marks both = Marks.strongest(explanation, 5);
    int width = regions.width();
    IntStream pixels = IntStream.range(0, regions.numbers().length);
    assertThat(Golden.labels(folder.resolve("mask_positive_2.png")))
        .isEqualTo(pixels.map(p -> 255 * positive.at(p / width, p % width)).toArray());
    pixels = IntStream.range(0, regions.numbers().length);
    assertThat(Golden.labels(folder.resolve("mask_both_5.png")))
        .isEqualTo(pixels.map(p -> 100 + 100 * both.at(p / width, p % width)).toArray());
    float[] lined = outlined(Golden.image(folder.resolve("image.png")), positive);
    float[] expected = Golden.image(folder.resolve("boundaries_positive_2.png")).values();
    assertThat(Arrays.equals(lined, expected)).as("the line around both regions").isTrue();
  }

  /** The image with a yellow line around what is marked. */
  private static float[] outlined(Image image, Marks marks) {
    float[] values = image.values().clone();
    for (int p = 0; p < values.length / 3; p++) {
      if (marks.border(p / image.shape().width(), p % image.shape().width())) {
        values[3 * p] = 1;
        values[3 * p + 1] = 1;
        values[3 * p + 2] = 0;
      }
    }
    return values;
  }

  private static LocalModel fit(boolean[][] masks, double[] target, int most) {
    return new Answers(
            new Selection(Selection.Mode.AUTO, most), 0.25, new Asked(List.of(masks), target))
        .model();
  }

  private static void weights(Path folder) throws IOException {
    double[][] probabilities = Golden.csv(folder.resolve("probabilities.csv"));
    double[][] kernel = Golden.csv(folder.resolve("distance_weight.csv"));
    boolean[][] masks = Golden.masks(folder);
    for (int r = 0; r < masks.length; r++) {
      double distance = LocalModel.distance(masks[r]);
      assertThat(distance).isCloseTo(kernel[r][0], within(1e-9));
      assertThat(LocalModel.kernel(distance, 0.25)).isCloseTo(kernel[r][1], within(1e-9));
    }
    JsonNode expected = new ObjectMapper().readTree(folder.resolve("explanation.json").toFile());
    for (Map.Entry<String, JsonNode> label : expected.get("labels").properties()) {
      int column = Integer.parseInt(label.getKey());
      double[] target = Stream.of(probabilities).mapToDouble(p -> p[column]).toArray();
      LocalModel got = fit(masks, target, expected.get("num_features").asInt());
      JsonNode answer = label.getValue();
      assertThat(got.intercept()).isCloseTo(answer.get("intercept").asDouble(), within(1e-9));
      assertThat(got.r2()).isCloseTo(answer.get("score").asDouble(), within(1e-9));
      assertThat(got.localPrediction())
          .isCloseTo(answer.get("local_prediction").asDouble(), within(1e-9));
      assertThat(got.weights()).hasSize(answer.get("weights").size());
      for (int i = 0; i < got.weights().size(); i++) {
        Explanation.Weight weight = got.weights().get(i);
        assertThat(weight.region()).isEqualTo(answer.get("weights").get(i).get(0).asInt());
        assertThat(weight.value())
            .isCloseTo(answer.get("weights").get(i).get(1).asDouble(), within(1e-9));
      }
    }
  }

  @TestFactory
  List<DynamicTest> superpixelsAgreeWithScikitImage() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : Golden.cases()) {
      Image image = Golden.image(folder.resolve("image.png"));
      try (Stream<Path> list = Files.list(folder)) {
        list.sorted()
            .flatMap(file -> Reference.of(file).stream())
            .map(
                r ->
                    DynamicTest.dynamicTest(
                        folder.getFileName() + "/" + r.file().getFileName(),
                        () -> superpixels(image, r)))
            .forEach(tests::add);
      }
    }
    return tests;
  }

  /**
   * Quickshift's black background is decided by chance, so it is compared where it is not black.
   */
  private static void superpixels(Image image, Reference reference) throws IOException {
    int[] expected = Golden.labels(reference.file());
    int[] numbers = reference.segmenter().segment(image, new Seed(1), Progress.none()).numbers();
    if (reference.segmenter() instanceof Quickshift) {
      assertThat(AdjustedRand.of(numbers, expected, image, 0.08)).isGreaterThanOrEqualTo(0.99);
    } else {
      assertThat(Arrays.equals(numbers, expected)).isTrue();
    }
  }
}
