package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.data.Labels;
import axial.data.Shape;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.model.Optimizer;
import axial.zoo.FinalModel;
import axial.zoo.FirstSimpleModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Trains the networks of the zoo on Keras's weights and compares with what Keras 2.4 did. */
@Tag("golden")
class GoldenNetsTest {

  private static final Labels LABELS = new Labels(List.of("no", "yes"), 1);
  private static final Map<String, ModelFactory> ZOO =
      Map.of("fsm", new FirstSimpleModel(), "final", new FinalModel());
  private static final List<String> PARTS = List.of("kernel", "bias");

  @TestFactory
  List<DynamicTest> trainingFollowsKeras() throws IOException {
    Path topic = Path.of(System.getProperty("axial.shared", "../shared"), "golden", "nets");
    assumeTrue(Files.isDirectory(topic), "skipped: there are no golden answers at " + topic);
    List<Path> cases;
    try (Stream<Path> list = Files.list(topic)) {
      cases = list.filter(Files::isDirectory).sorted().toList();
    }
    assertThat(cases).as("cases in " + topic).isNotEmpty();
    return cases.stream()
        .flatMap(
            folder ->
                Stream.of("own", "stock")
                    .map(
                        layers ->
                            DynamicTest.dynamicTest(
                                folder.getFileName() + " with " + layers + " layers",
                                () -> compare(folder, Small.engine(layers)))))
        .toList();
  }

  private static void compare(Path folder, Dl4jEngine engine) throws IOException {
    JsonNode expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    Shape input =
        new Shape(
            expected.get("input").get(0).asInt(),
            expected.get("input").get(1).asInt(),
            expected.get("input").get(2).asInt());
    Network network = withoutDropout(ZOO.get(expected.get("net").asText()), input);
    assertThat(network.parameters()).isEqualTo(expected.get("parameters").asLong());
    float[] images = Npy.floats(folder.resolve("images_nhwc.npy"));
    float[] labels = Npy.floats(folder.resolve("labels.npy"));
    assertGradientNorms(engine, network, folder, expected, images, labels);
    try (Dl4jModel model = (Dl4jModel) engine.create(network, LABELS, new Seed(1))) {
      setKerasWeights(model, folder, network);
      assertProbabilities(
          model, images, labels.length, expected.get("initial_probabilities"), 1e-5);
      int batch = expected.get("batch").asInt();
      for (int step = 0; step < expected.get("loss_by_step").size(); step++) {
        double loss = expected.get("loss_by_step").get(step).asDouble();
        int first = step * batch % labels.length;
        double got = step(model, images, labels, first, batch, input);
        assertThat(got)
            .as("loss of step " + (step + 1))
            .isCloseTo(loss, within(loss * (step < 5 ? 1e-4 : 5e-3)));
      }
      assertProbabilities(model, images, labels.length, expected.get("final_probabilities"), 5e-3);
    }
  }

  private static Network withoutDropout(ModelFactory factory, Shape input) {
    Network whole = factory.network(input, 2, Settings.defaults("test", factory.settings()));
    return new Network(
        whole.name(),
        input,
        whole.layers().stream().filter(l -> !(l instanceof Layer.Dropout)).toList(),
        whole.optimizer(),
        whole.loss());
  }

  private static void setKerasWeights(Dl4jModel model, Path folder, Network network)
      throws IOException {
    ModelArrays weights = new ModelArrays(model);
    for (int s = 0; s < weights.count(); s++) {
      weights.set(
          s, Npy.floats(folder.resolve("layer%d_%s.npy".formatted(s / 2, PARTS.get(s % 2)))));
    }
    assertThat(folder.resolve("layer" + weights.count() / 2 + "_kernel.npy")).doesNotExist();
  }

  /** One step of plain descent at rate 1 takes the gradient itself away. */
  private static void assertGradientNorms(
      Dl4jEngine engine,
      Network network,
      Path folder,
      JsonNode expected,
      float[] images,
      float[] labels)
      throws IOException {
    Network plain =
        new Network(
            network.name(),
            network.input(),
            network.layers(),
            new Optimizer.Sgd(1),
            network.loss());
    try (Dl4jModel model = (Dl4jModel) engine.create(plain, LABELS, new Seed(1))) {
      setKerasWeights(model, folder, plain);
      ModelArrays weights = new ModelArrays(model);
      List<float[]> before = new ArrayList<>();
      for (int s = 0; s < weights.count(); s++) {
        before.add(weights.get(s));
      }
      step(model, images, labels, 0, expected.get("batch").asInt(), plain.input());
      JsonNode norms = expected.get("first_step_gradient_norms");
      assertThat(norms).hasSize(weights.count());
      for (int s = 0; s < weights.count(); s++) {
        double norm = norms.get(s).asDouble();
        assertThat(distance(before.get(s), weights.get(s)))
            .as("norm of gradient " + s)
            .isCloseTo(norm, within(norm * 1e-3));
      }
    }
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  private static double step(
      Dl4jModel model, float[] images, float[] labels, int first, int batch, Shape input) {
    float[] part = Arrays.copyOfRange(images, first * input.size(), (first + batch) * input.size());
    int[] truth = new int[batch];
    double[] ones = new double[batch];
    for (int i = 0; i < batch; i++) {
      truth[i] = Math.round(labels[first + i]);
      ones[i] = 1;
    }
    return model.fit(new Batch(batch, input, part), truth, ones, new Seed(0)).loss();
  }

  private static void assertProbabilities(
      Dl4jModel model, float[] images, int count, JsonNode expected, double tolerance) {
    double[][] p = model.predict(new Batch(count, model.network().input(), images));
    for (int i = 0; i < count; i++) {
      assertThat(p[i][1])
          .as("probability of image " + i)
          .isCloseTo(expected.get(i).asDouble(), within(tolerance));
    }
  }
}
