package axial.run.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Shape;
import axial.job.CancelledException;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Setting;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Model;
import axial.model.Network;
import axial.model.Optimizer;
import axial.model.Parameter;
import axial.model.PredictionEngine;
import axial.run.Extensions;
import axial.run.RunEvent;
import axial.run.events.EventHub;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which model answers, and what is said of one that does not. */
class PredictorTest {

  private static final Network NETWORK =
      new Network(
          "small",
          new Shape(1, 1, 1),
          List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
          new Optimizer.Sgd(1),
          Loss.BINARY_CROSS_ENTROPY);

  private final List<PredictionEngine> offered = new ArrayList<>();
  private final List<Extension> reported = new ArrayList<>();
  private final List<RunEvent> told = new ArrayList<>();
  private final Trained trained = new Trained();
  private final RunEvents events =
      new RunEvents(new RunFolder(Path.of("run")), told::add, new EventHub());
  private final Predictor predictor =
      new Predictor(trained, "trainer", new Offered(), events, Standardization.none());

  private static Batch images(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i / 100f;
    }
    return new Batch(count, NETWORK.input(), values);
  }

  private static double[][] right(Batch batch) {
    double[][] answer = new double[batch.size()][];
    for (int i = 0; i < answer.length; i++) {
      answer[i] = new double[] {1 - batch.values()[i], batch.values()[i]};
    }
    return answer;
  }

  private Engine plugIn(String id, UnaryOperator<double[][]> fault) {
    Engine engine = new Engine(id, fault);
    offered.add(engine);
    return engine;
  }

  private void assertRight(int count) {
    assertThat(predictor.predict(images(count))).isDeepEqualTo(right(images(count)));
    assertThat(predictor.predict(count, (i, values) -> values.put(images(count).values()[i])))
        .isDeepEqualTo(right(images(count)));
  }

  @Test
  void withoutAnEngineTheTrainedModelAnswers() {
    assertRight(5);
    assertThat(predictor.sinceLast().images()).isEqualTo(Map.of("trainer", 10L));
    assertThat(predictor.sinceLast().images()).isEmpty();
    assertThat(events.failures()).isEmpty();
  }

  @Test
  void anEngineThatAgreesAnswersAndIsClosedWithThePredictor() {
    Engine engine = plugIn("fast", answer -> answer);
    assertRight(7);
    assertThat(predictor.sinceLast().images()).isEqualTo(Map.of("fast", 14L));
    assertThat(trained.asked).isEqualTo(4);
    predictor.close();
    assertThat(engine.open).isZero();
    assertThat(trained.closed).isFalse();
  }

  @Test
  void theTrainedModelAndAnEngineGetStandardizedImages(@TempDir Path folder) {
    Standardization halved =
        Standardization.of(
            List.of(OneOfEach.chosen(new OneOfEach.ByLargest("by-largest"))),
            OneOfEach.fence(),
            new RunFolder(folder),
            List.of(new Sample("id", "source", 0, "group", Map.of())),
            sample -> new Image(NETWORK.input(), new float[] {2}),
            Progress.none());
    Batch half = halved.apply(images(3));
    assertThat(half.values()[2]).isEqualTo(images(3).values()[2] / 2);
    for (boolean plugged : new boolean[] {false, true}) {
      if (plugged) {
        plugIn("fast", answer -> answer);
      }
      Predictor model = new Predictor(trained, "trainer", new Offered(), events, halved);
      assertThat(model.predict(images(3))).isDeepEqualTo(right(half));
      assertThat(model.predict(3, (i, values) -> values.put(images(3).values()[i])))
          .isDeepEqualTo(right(half));
      assertThat(model.sinceLast().images()).isEqualTo(Map.of(plugged ? "fast" : "trainer", 6L));
    }
  }

  @Test
  void anEngineThatDisagreesIsSetAsideAndTheNextIsTried() {
    Engine wrong =
        plugIn(
            "a-wrong",
            answer -> {
              answer[answer.length - 1][1] += 2e-4;
              return answer;
            });
    plugIn("b-right", answer -> answer);
    assertRight(3);
    assertThat(predictor.sinceLast().images()).isEqualTo(Map.of("b-right", 6L));
    assertThat(events.failures())
        .singleElement()
        .asString()
        .contains("\"a-wrong\"", "answers up to 0.00020 off the trained model");
    assertThat(wrong.open).isZero();
  }

  @Test
  void anEngineThatThrowsInTheMiddleIsSetAsideAndNothingIsLost() {
    Engine engine = plugIn("fast", answer -> answer);
    assertRight(2);
    engine.fault =
        answer -> {
          throw new IllegalStateException("out of order");
        };
    assertRight(3);
    assertThat(predictor.sinceLast().images()).isEqualTo(Map.of("fast", 4L, "trainer", 6L));
    assertThat(reported).containsExactly(engine);
    assertThat(events.failures()).singleElement().asString().contains("out of order");
    assertThat(told).singleElement().isInstanceOf(RunEvent.ExtensionFailed.class);
    assertThat(engine.open).isZero();
  }

  @Test
  void anEngineThatAnswersTooFewIsSetAside() {
    Engine engine = plugIn("fast", answer -> answer);
    assertRight(2);
    engine.fault = answer -> new double[0][];
    assertRight(2);
    assertThat(events.failures()).singleElement().asString().contains("answered 0 of 2 images");
  }

  @Test
  void anUnpluggedEngineIsNotCalledAgainAndNotBlamed() {
    Engine engine = plugIn("fast", answer -> answer);
    assertRight(2);
    offered.clear();
    assertRight(1);
    assertThat(predictor.sinceLast().images()).isEqualTo(Map.of("fast", 4L, "trainer", 2L));
    assertThat(events.failures()).singleElement().asString().contains("was unplugged");
    assertThat(reported).isEmpty();
    assertThat(engine.open).isZero();
  }

  @Test
  void anEngineThatCannotStartIsToldInItsOwnWords() {
    Engine engine = plugIn("fast", answer -> answer);
    engine.refusal = "The native library could not be started.";
    assertRight(2);
    assertThat(events.failures()).containsExactly("The native library could not be started.");
    assertThat(reported).isEmpty();
  }

  @Test
  void imagesThatCannotBeWrittenAreNoFailureOfTheEngine() {
    Engine engine = plugIn("fast", answer -> answer);
    assertRight(2);
    assertThatThrownBy(
            () ->
                predictor.predict(
                    2,
                    (i, values) -> {
                      throw new IllegalStateException("no picture");
                    }))
        .hasMessage("no picture");
    assertThatThrownBy(
            () ->
                predictor.predict(
                    2,
                    (i, values) -> {
                      throw new CancelledException("The job");
                    }))
        .isInstanceOf(CancelledException.class);
    assertRight(2);
    assertThat(events.failures()).isEmpty();
    assertThat(reported).isEmpty();
    assertThat(engine.open).isEqualTo(1);
  }

  private final class Offered implements Extensions {
    @Override
    public <T extends Extension> List<T> all(Class<T> type) {
      return offered.stream().map(type::cast).toList();
    }

    @Override
    public <T extends Extension> T find(Class<T> type, String id) {
      throw new AssertionError("nobody chooses a prediction engine");
    }

    @Override
    public List<Status> statuses() {
      return List.of();
    }

    @Override
    public void reportFailure(Extension extension, Throwable cause) {
      reported.add(extension);
    }
  }

  private static final class Engine implements PredictionEngine {
    private final String id;
    private UnaryOperator<double[][]> fault;
    private String refusal = "";
    private int open;

    Engine(String id, UnaryOperator<double[][]> fault) {
      this.id = id;
      this.fault = fault;
    }

    @Override
    public Model prepare(Network network, Labels labels, List<Parameter> parameters) {
      if (!refusal.isEmpty()) {
        throw ProblemException.of(Problem.Kind.MACHINE, refusal, "");
      }
      open++;
      return new Right() {
        @Override
        public double[][] predict(Batch batch) {
          return fault.apply(right(batch));
        }

        @Override
        public void close() {
          open--;
        }
      };
    }

    @Override
    public Map<String, String> platform() {
      return Map.of();
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String description() {
      return "A prediction engine of a test.";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }
  }

  private abstract static class Right implements Model {
    @Override
    public Network network() {
      return NETWORK;
    }

    @Override
    public Labels labels() {
      return new Labels(List.of("no", "yes"), 1);
    }
  }

  private static final class Trained extends Right implements ExaminedRun.Untrainable {
    private int asked;
    private boolean closed;

    @Override
    public double[][] predict(Batch batch) {
      asked += batch.size();
      return right(batch);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
