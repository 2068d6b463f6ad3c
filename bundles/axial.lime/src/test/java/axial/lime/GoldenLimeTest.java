package axial.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.data.Image;
import axial.explain.Explanation;
import axial.explain.Regions;
import axial.job.Progress;
import axial.job.Seed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
    boolean black =
        !new ObjectMapper()
            .readTree(folder.resolve("explanation.json").toFile())
            .get("hide_color")
            .isNull();
    Perturbation perturbation = new Perturbation(image, regions, black);
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
    LocalModel model =
        LocalModel.fit(Golden.masks(folder), target, 0.25, facts.get("num_features").asInt());
    Explanation explanation =
        new Explanation("lime", 1, target[0], regions, model.weights(), Map.of());
    int[] positive = new int[regions.count()];
    explanation.topFor(2).forEach(w -> positive[w.region()] = 255);
    int[] both = new int[regions.count()];
    java.util.Arrays.fill(both, 100);
    explanation.top(5).forEach(w -> both[w.region()] = w.value() > 0 ? 200 : 0);
    int[] numbers = regions.numbers();
    assertThat(Golden.labels(folder.resolve("mask_positive_2.png")))
        .isEqualTo(IntStream.of(numbers).map(n -> positive[n]).toArray());
    assertThat(Golden.labels(folder.resolve("mask_both_5.png")))
        .isEqualTo(IntStream.of(numbers).map(n -> both[n]).toArray());
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
      LocalModel got = LocalModel.fit(masks, target, 0.25, expected.get("num_features").asInt());
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
  List<DynamicTest> superpixelsAgreeWithScikitImageWhereTheImageIsNotBlack() throws IOException {
    return Golden.cases().stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> superpixels(f)))
        .toList();
  }

  private static void superpixels(Path folder) throws IOException {
    Image image = Golden.image(folder.resolve("image.png"));
    Regions regions = new Quickshift(4, 200, 0.2).segment(image, new Seed(1), Progress.none());
    JsonNode facts = new ObjectMapper().readTree(folder.resolve("segmentation.json").toFile());
    double between = facts.path("adjusted_rand_between_seeds_foreground").path("min").asDouble(1);
    try (Stream<Path> list = Files.list(folder)) {
      for (Path seed :
          list.filter(f -> f.getFileName().toString().startsWith("quickshift_")).toList()) {
        double index = adjustedRand(regions.numbers(), Golden.labels(seed), image);
        assertThat(index).as(seed.getFileName().toString()).isGreaterThan(between - 0.01);
      }
    }
  }

  /** Hubert and Arabie 1985, over the pixels whose channels have a mean above 0.08. */
  private static double adjustedRand(int[] a, int[] b, Image image) {
    Map<Long, Long> both = new HashMap<>();
    Map<Integer, Long> onlyA = new HashMap<>();
    Map<Integer, Long> onlyB = new HashMap<>();
    long n = 0;
    int channels = image.shape().channels();
    for (int p = 0; p < a.length; p++) {
      double mean = 0;
      for (int c = 0; c < channels; c++) {
        mean += image.values()[p * channels + c] / channels;
      }
      if (mean > 0.08) {
        n++;
        both.merge(a[p] * 100_000L + b[p], 1L, Long::sum);
        onlyA.merge(a[p], 1L, Long::sum);
        onlyB.merge(b[p], 1L, Long::sum);
      }
    }
    double index = pairs(both.values());
    double expected = pairs(onlyA.values()) * pairs(onlyB.values()) / (n * (n - 1) / 2.0);
    double most = (pairs(onlyA.values()) + pairs(onlyB.values())) / 2;
    return (index - expected) / (most - expected);
  }

  private static double pairs(Iterable<Long> counts) {
    double sum = 0;
    for (long count : counts) {
      sum += count * (count - 1) / 2.0;
    }
    return sum;
  }
}
