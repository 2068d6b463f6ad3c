package axial.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.data.Image;
import axial.explain.Explanation;
import axial.explain.Regions;
import axial.job.Seed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static void weights(Path folder) throws IOException {
    double[][] rows = Golden.csv(folder.resolve("masks.csv"));
    double[][] probabilities = Golden.csv(folder.resolve("probabilities.csv"));
    double[][] kernel = Golden.csv(folder.resolve("distance_weight.csv"));
    boolean[][] masks = new boolean[rows.length][rows[0].length];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        masks[r][c] = rows[r][c] > 0.5;
      }
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
    Regions regions = new Quickshift(4, 200, 0.2).segment(image, new Seed(1));
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
