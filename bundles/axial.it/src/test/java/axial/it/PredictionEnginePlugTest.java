package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Labels;
import axial.data.Shape;
import axial.job.Progress;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import axial.model.Parameter;
import axial.model.PredictionEngine;
import axial.run.Extensions;
import axial.run.RunRecord;
import axial.run.Runs;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;

/** The prediction engine comes and goes while the framework runs and models are asked. */
class PredictionEnginePlugTest {

  @TempDir static Path temp;

  private static Axial axial;
  private static SmallRuns runs;
  private static Extensions extensions;

  @BeforeAll
  static void start() throws Exception {
    axial = Axial.start(temp);
    runs = new SmallRuns(axial.service(Runs.class), temp);
    extensions = axial.service(Extensions.class);
  }

  @AfterAll
  static void stop() throws Exception {
    axial.close();
  }

  private static Bundle predictionBundle() {
    return Arrays.stream(axial.context().getBundles())
        .filter(b -> "axial.predict.onnx".equals(b.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  /** Unplugs the prediction engine when LIME is in the middle of its questions. */
  private static Progress unplugging(Bundle bundle, AtomicBoolean done) {
    return new Progress() {
      @Override
      public void at(String task, long asked, long total) {
        if (task.equals("Asking the model") && asked > 0 && done.compareAndSet(false, true)) {
          try {
            bundle.stop();
          } catch (BundleException failed) {
            throw new AssertionError(failed);
          }
        }
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }

  @Test
  void anExplanationGoesOnWhenThePredictionEngineIsUnpluggedAndTheNextRunGetsItBack()
      throws Exception {
    Bundle bundle = predictionBundle();
    Map<String, String> set = Map.of("run.explainers", "lime", "lime.num-samples", "200");
    AtomicBoolean unplugged = new AtomicBoolean();
    RunRecord both = runs.train("fsm", SmallRuns.DEAF, unplugging(bundle, unplugged), set);
    assertThat(unplugged).isTrue();
    assertThat(both.status()).isEqualTo(RunRecord.Status.DONE);
    assertThat(both.explanations()).isEqualTo(1);
    assertThat(both.predictedBy().images()).containsOnlyKeys("onnx");
    Path file = SmallRuns.explanation(both);
    assertThat(Files.readString(file))
        .containsPattern("\"predictedBy\" : \\{\\s+\"dl4j\" : \\d+,\\s+\"onnx\" : \\d+\\s+}");
    assertThat(both.failures())
        .singleElement()
        .asString()
        .contains("axial.predict.onnx 0.1.0 was unplugged; dl4j predicts from here on");
    assertThat(extensions.all(PredictionEngine.class)).isEmpty();

    RunRecord without = runs.train("fsm", SmallRuns.DEAF, set);
    assertThat(without.predictedBy().images()).containsOnlyKeys("dl4j");
    assertThat(without.failures()).isEmpty();

    bundle.start();
    RunRecord again = runs.train("fsm", SmallRuns.DEAF, set);
    assertThat(again.predictedBy().images()).containsOnlyKeys("onnx");
    assertThat(again.failures()).isEmpty();
    assertThat(again.provenance().orElseThrow().bundles())
        .anySatisfy(use -> assertThat(use.services()).containsExactly("PredictionEngine onnx"));
    assertThat(Files.readString(again.folder().resolve("report.html")))
        .contains("explainers answered by", "onnx (201 images)");
  }

  @Test
  void twentyUpdatesOfThePredictionEngineLeaveNothingBehind() throws Exception {
    Bundle bundle = predictionBundle();
    Network network =
        new Network(
            "unit",
            new Shape(1, 1, 1),
            List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
            new Optimizer.Sgd(1),
            Loss.BINARY_CROSS_ENTROPY);
    List<Parameter> weights =
        List.of(
            new Parameter("kernel", List.of(1, 1), new float[] {1}),
            new Parameter("bias", List.of(1), new float[] {0}));
    Labels labels = new Labels(List.of("no", "yes"), 1);
    List<WeakReference<ClassLoader>> former = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double[][] answer =
          extensions
              .find(PredictionEngine.class, "onnx")
              .prepare(network, labels, weights) // closed by the update
              .predict(new Batch(1, network.input(), new float[] {0}));
      assertThat(answer[0]).containsExactly(0.5, 0.5);
      former.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
      bundle.update();
    }
    bundle.stop();
    ClassLoaders.assertGone(former);
    bundle.start();
  }

  @Test
  void anEngineThatCannotPredictIsSetAsideAndTheTrainedModelAnswers() throws Exception {
    Bundle bundle =
        axial.install(
            LabBundle.build(
                temp,
                "Careful",
                "1.0.0",
                PredictionEngine.class,
                LabBundle.imports(),
                LabBundle.named("lab-careful")
                    + """
                    public Model prepare(Network n, Labels l, List<Parameter> p) {
                      throw new IllegalStateException("no such chip");
                    }
                    public Map<String, String> platform() { return Map.of(); }
                    """));
    RunRecord run = runs.train("fsm", SmallRuns.DEAF, Map.of());
    assertThat(run.predictedBy().images()).containsOnlyKeys("onnx");
    assertThat(run.failures())
        .singleElement()
        .asString()
        .contains("lab.careful 1.0.0 failed", "no such chip");
    bundle.uninstall();
  }
}
