package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Augmenter;
import axial.data.Labels;
import axial.data.Shape;
import axial.eval.Evaluator;
import axial.explain.Explainer;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.model.Optimizer;
import axial.model.Parameter;
import axial.model.PredictionEngine;
import axial.run.Extensions;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.Runs;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;

/** Extensions come, change and go while the framework runs and a training goes on. */
class HotPlugTest {

  @TempDir static Path temp;

  private static Axial axial;
  private static Runs runs;
  private static Extensions extensions;

  @BeforeAll
  static void start() throws Exception {
    axial = Axial.start(temp);
    runs = axial.service(Runs.class);
    extensions = axial.service(Extensions.class);
  }

  @AfterAll
  static void stop() throws Exception {
    axial.close();
  }

  private static Path model(String version, int units) throws Exception {
    return LabBundle.build(
        temp,
        "LabNet",
        version,
        ModelFactory.class,
        LabBundle.imports(),
        LabBundle.named("lab-net")
            + """
            public Network network(Shape input, int classes, Settings settings) {
              return new Network("lab-net", input, List.of(new Layer.Flatten(),
                  new Layer.Dense(%d, Activation.RELU), new Layer.Dense(1, Activation.SIGMOID)),
                  Optimizer.Adam.keras(), Loss.BINARY_CROSS_ENTROPY);
            }
            """
                .formatted(units));
  }

  private static RunRecord train(String model, RunListener listener, Map<String, String> extra)
      throws Exception {
    return train(model, listener, Progress.none(), extra);
  }

  private static RunRecord train(
      String model, RunListener listener, Progress progress, Map<String, String> extra)
      throws Exception {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("phantom.patients", "24");
    set.put("phantom.slices", "1");
    set.put("stratified.train", "0.5");
    set.put("stratified.validation", "0.25");
    set.put("stratified.test", "0.25");
    set.put("run.input", "16x16x1");
    set.put("run.explain", "1");
    set.put("run.explainers", "none");
    set.put("train.epochs", "2");
    set.put("train.batch", "4");
    set.putAll(extra);
    return runs.run(
        runs.specify(new RunRequest(model, "phantom", set)),
        Optional.of(Files.createTempDirectory(temp, "run").resolve("it")),
        listener,
        progress);
  }

  private static final RunListener DEAF = event -> {};

  /** Does something once, in the middle of the training, while the training waits. */
  private static RunListener inTheMiddle(Act act) {
    AtomicBoolean done = new AtomicBoolean();
    return event -> {
      if (event instanceof RunEvent.BatchDone && done.compareAndSet(false, true)) {
        try {
          act.run();
        } catch (Exception failed) {
          throw new AssertionError(failed);
        }
      }
    };
  }

  private interface Act {
    void run() throws Exception;
  }

  private static void update(Bundle bundle, Path jar) throws Exception {
    try (InputStream in = Files.newInputStream(jar)) {
      bundle.update(in);
    }
  }

  private static int unitsOf(RunRecord run) {
    return ((Layer.Dense) run.network().layers().get(1)).units();
  }

  @Test
  void trainingGoesOnWhenItsModelBundleIsUpdatedAndTheNextRunGetsTheNewOne() throws Exception {
    Bundle bundle = axial.install(model("1.0.0", 3));
    assertThat(extensions.find(ModelFactory.class, "lab-net").id()).isEqualTo("lab-net");
    Path second = model("2.0.0", 5);
    RunRecord run = train("lab-net", inTheMiddle(() -> update(bundle, second)), Map.of());
    assertThat(run.status()).isEqualTo(RunRecord.Status.DONE);
    assertThat(run.epochs()).hasSize(2);
    assertThat(unitsOf(run)).isEqualTo(3);
    assertThat(bundle.getVersion().toString()).isEqualTo("2.0.0");
    assertThat(run.provenance().orElseThrow().bundles())
        .anySatisfy(
            use -> {
              assertThat(use.symbolicName()).isEqualTo("lab.labnet");
              assertThat(use.version()).isEqualTo("1.0.0");
              assertThat(use.sha256()).hasSize(64);
              assertThat(use.services()).containsExactly("ModelFactory lab-net");
            });
    assertThat(unitsOf(train("lab-net", DEAF, Map.of()))).isEqualTo(5);
    bundle.uninstall();
    assertThatThrownBy(() -> train("lab-net", DEAF, Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no model \"lab-net\"")
        .hasMessageContaining("final, fsm");
  }

  @Test
  void trainingGoesOnWhenItsModelBundleIsUninstalled() throws Exception {
    Bundle bundle = axial.install(model("1.0.0", 4));
    RunRecord run = train("lab-net", inTheMiddle(bundle::uninstall), Map.of());
    assertThat(run.status()).isEqualTo(RunRecord.Status.DONE);
    assertThat(extensions.all(ModelFactory.class))
        .extracting(ModelFactory::id)
        .doesNotContain("lab-net");
  }

  private static Path augmenter(String version, String work) throws Exception {
    return LabBundle.build(
        temp,
        "LabVariation",
        version,
        Augmenter.class,
        LabBundle.imports(),
        LabBundle.named("lab-variation")
            + "public Image augment(Image image, Settings settings, Seed seed) { "
            + work
            + " }");
  }

  @Test
  void aRunKeepsItsAugmenterAndOneThatThrowsIsNamed() throws Exception {
    Bundle bundle = axial.install(augmenter("1.0.0", "return image;"));
    Path second = augmenter("2.0.0", "throw new IllegalStateException(\"no such knob\");");
    Map<String, String> set = Map.of("run.augmenters", "lab-variation");
    RunRecord run = train("fsm", inTheMiddle(() -> update(bundle, second)), set);
    assertThat(run.status()).isEqualTo(RunRecord.Status.DONE);
    assertThatThrownBy(() -> train("fsm", DEAF, set))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("augmenter \"lab-variation\"")
        .hasMessageContaining("lab.labvariation 2.0.0")
        .hasMessageContaining("no such knob");
    bundle.uninstall();
  }

  private static Path evaluator(String name, String version, String work) throws Exception {
    return LabBundle.build(
        temp,
        name,
        version,
        Evaluator.class,
        LabBundle.imports(),
        LabBundle.named("lab-" + name.toLowerCase(java.util.Locale.ROOT))
            + "public Evaluation evaluate(EvaluationData d, Settings settings, Seed seed) { "
            + work
            + " }");
  }

  private static String figure(int value) {
    return "return new Evaluation(id(), \"\", Map.of(\"answer\", " + value + ".0));";
  }

  private static Optional<Double> answer(RunRecord run) {
    return run.evaluations().stream()
        .filter(e -> e.evaluator().equals("lab-judge"))
        .map(e -> e.figures().get("answer"))
        .findFirst();
  }

  @Test
  void aRunKeepsItsEvaluatorAndTheNextGetsTheNewOne() throws Exception {
    Bundle bundle = axial.install(evaluator("Judge", "1.0.0", figure(1)));
    Path second = evaluator("Judge", "2.0.0", figure(2));
    assertThat(answer(train("fsm", inTheMiddle(() -> update(bundle, second)), Map.of())))
        .contains(1.0);
    assertThat(answer(train("fsm", DEAF, Map.of()))).contains(2.0);
    bundle.uninstall();
    assertThat(answer(train("fsm", DEAF, Map.of()))).isEmpty();
  }

  @Test
  void anEvaluatorThatThrowsIsSetAsideAndTheRunGoesOn() throws Exception {
    Bundle bundle =
        axial.install(
            evaluator(
                "Careless", "1.0.0", "throw new IllegalStateException(\"divided by zero\");"));
    List<RunEvent> events = new ArrayList<>();
    RunRecord run = train("fsm", events::add, Map.of());
    assertThat(run.status()).isEqualTo(RunRecord.Status.DONE);
    assertThat(run.failures())
        .singleElement()
        .asString()
        .contains("lab.careless 1.0.0", "divided by zero");
    assertThat(events).anyMatch(RunEvent.ExtensionFailed.class::isInstance);
    assertThat(run.evaluations()).extracting(e -> e.evaluator()).containsExactly("classification");
    assertThat(extensions.statuses())
        .anySatisfy(
            status -> {
              assertThat(status.bundle()).isEqualTo("lab.careless 1.0.0");
              assertThat(status.state()).isEqualTo(Extensions.State.BROKEN);
              assertThat(status.reason()).contains("divided by zero");
            });
    bundle.uninstall();
  }

  @Test
  void aRunKeepsItsExplainerAndTheNextGetsTheNewOne() throws Exception {
    Bundle bundle = axial.install(explainer("1.0.0", 1));
    Path second = explainer("2.0.0", 2);
    Map<String, String> set = Map.of("run.explainers", "lab-view");
    RunRecord first = train("fsm", inTheMiddle(() -> update(bundle, second)), set);
    assertThat(Files.readString(explanation(first))).contains("\"answer\" : 1.0");
    assertThat(Files.readString(explanation(train("fsm", DEAF, set)))).contains("\"answer\" : 2.0");
    bundle.uninstall();
    assertThatThrownBy(() -> train("fsm", DEAF, set))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no explainer \"lab-view\"");
  }

  private static Path explainer(String version, int answer) throws Exception {
    return LabBundle.build(
        temp,
        "View",
        version,
        Explainer.class,
        LabBundle.imports(),
        LabBundle.named("lab-view")
            + """
            public Explanation explain(Model model, Image image, int label, Settings settings,
                Seed seed, Progress progress) {
              Shape s = image.shape();
              return new Explanation(id(), label, 0.5,
                  new Regions(s.height(), s.width(), new int[s.height() * s.width()]),
                  List.of(new Explanation.Weight(0, 1)), Map.of("answer", %d.0));
            }
            """
                .formatted(answer));
  }

  private static Path explanation(RunRecord run) throws Exception {
    try (var list = Files.walk(run.folder().resolve("explanations"))) {
      return list.filter(f -> f.endsWith("explanation.json")).findFirst().orElseThrow();
    }
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
    RunRecord both = train("fsm", DEAF, unplugging(bundle, unplugged), set);
    assertThat(unplugged).isTrue();
    assertThat(both.status()).isEqualTo(RunRecord.Status.DONE);
    assertThat(both.explanations()).isEqualTo(1);
    assertThat(both.predictedBy().images()).containsOnlyKeys("onnx");
    Path file = explanation(both);
    assertThat(Files.readString(file))
        .containsPattern("\"predictedBy\" : \\{\\s+\"dl4j\" : \\d+,\\s+\"onnx\" : \\d+\\s+}");
    assertThat(both.failures())
        .singleElement()
        .asString()
        .contains("axial.predict.onnx 0.1.0 was unplugged; dl4j predicts from here on");
    assertThat(extensions.all(PredictionEngine.class)).isEmpty();

    RunRecord without = train("fsm", DEAF, set);
    assertThat(without.predictedBy().images()).containsOnlyKeys("dl4j");
    assertThat(without.failures()).isEmpty();

    bundle.start();
    RunRecord again = train("fsm", DEAF, set);
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
    assertGone(former);
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
    RunRecord run = train("fsm", DEAF, Map.of());
    assertThat(run.predictedBy().images()).containsOnlyKeys("onnx");
    assertThat(run.failures())
        .singleElement()
        .asString()
        .contains("lab.careful 1.0.0 failed", "no such chip");
    bundle.uninstall();
  }

  @Test
  void aComponentWhoseConstructorThrowsIsListedWithItsReason() throws Exception {
    Path jar =
        LabBundle.build(
            temp,
            "Stillborn",
            "1.0.0",
            Evaluator.class,
            LabBundle.imports(),
            LabBundle.named("lab-stillborn")
                + """
                public Stillborn() { throw new IllegalStateException("no licence file"); }
                public Evaluation evaluate(Predictions p, Settings settings) { return null; }
                """);
    Bundle bundle = axial.install(jar);
    assertThat(extensions.statuses())
        .anySatisfy(
            status -> {
              assertThat(status.bundle()).isEqualTo("lab.stillborn 1.0.0");
              assertThat(status.state()).isEqualTo(Extensions.State.BROKEN);
              assertThat(status.reason()).contains("constructor failed", "no licence file");
            });
    assertThat(train("fsm", DEAF, Map.of()).status()).isEqualTo(RunRecord.Status.DONE);
    bundle.uninstall();
  }

  @Test
  void aBundleThatNeedsANewerApiIsListedWithWhatItMisses() throws Exception {
    Path jar =
        LabBundle.build(
            temp,
            "Future",
            "1.0.0",
            Evaluator.class,
            LabBundle.imports()
                .replace("axial.eval;version=\"[1.0,2)\"", "axial.eval;version=\"[7.0,8)\""),
            LabBundle.named("lab-future")
                + "public Evaluation evaluate(Predictions p, Settings settings) { return null; }");
    Bundle bundle = axial.context().installBundle(jar.toUri().toString());
    assertThatThrownBy(bundle::start).isInstanceOf(BundleException.class);
    assertThat(extensions.statuses())
        .anySatisfy(
            status -> {
              assertThat(status.bundle()).isEqualTo("lab.future 1.0.0");
              assertThat(status.state()).isEqualTo(Extensions.State.UNRESOLVED);
              assertThat(status.reason()).contains("axial.eval", "7.0");
            });
    bundle.uninstall();
  }

  @Test
  void theSecondOfTwoExtensionsOfOneNameIsListedAsShadowed() throws Exception {
    Bundle first = axial.install(evaluator("Twin", "1.0.0", figure(1)));
    Path other =
        LabBundle.build(
            temp,
            "OtherTwin",
            "1.0.0",
            Evaluator.class,
            LabBundle.imports(),
            LabBundle.named("lab-twin")
                + "public Evaluation evaluate(Predictions p, Settings s) { "
                + figure(2)
                + " }");
    Bundle second = axial.install(other);
    assertThat(extensions.statuses())
        .filteredOn(status -> status.id().equals("lab-twin"))
        .extracting(status -> status.bundle() + " " + status.state())
        .containsExactlyInAnyOrder("lab.twin 1.0.0 USABLE", "lab.othertwin 1.0.0 SHADOWED");
    first.uninstall();
    second.uninstall();
  }

  @Test
  void twentyUpdatesLeaveNoClassLoaderBehind() throws Exception {
    Path jar = model("1.0.0", 3);
    Bundle bundle = axial.install(jar);
    List<WeakReference<ClassLoader>> former = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      assertThat(extensions.find(ModelFactory.class, "lab-net").id()).isEqualTo("lab-net");
      former.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
      update(bundle, jar);
    }
    bundle.uninstall();
    assertGone(former);
  }

  private static void assertGone(List<WeakReference<ClassLoader>> former) {
    for (int i = 0; i < 50 && former.stream().anyMatch(r -> r.get() != null); i++) {
      System.gc();
      System.runFinalization();
    }
    assertThat(former.stream().filter(r -> r.get() != null).count()).isZero();
  }
}
