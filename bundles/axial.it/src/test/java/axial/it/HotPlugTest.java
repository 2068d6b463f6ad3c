package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Augmenter;
import axial.eval.Evaluator;
import axial.explain.Explainer;
import axial.job.ProblemException;
import axial.model.Layer;
import axial.model.ModelFactory;
import axial.run.Extensions;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.Runs;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static Path model(String version, int units) throws Exception {
    return LabBundle.net(temp, version, units);
  }

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

  static void update(Bundle bundle, Path jar) throws Exception {
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
    RunRecord run = runs.train("lab-net", inTheMiddle(() -> update(bundle, second)), Map.of());
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
    assertThat(unitsOf(runs.train("lab-net", SmallRuns.DEAF, Map.of()))).isEqualTo(5);
    bundle.uninstall();
    assertThatThrownBy(() -> runs.train("lab-net", SmallRuns.DEAF, Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no model \"lab-net\"")
        .hasMessageContaining("final, fsm");
  }

  @Test
  void trainingGoesOnWhenItsModelBundleIsUninstalled() throws Exception {
    Bundle bundle = axial.install(model("1.0.0", 4));
    RunRecord run = runs.train("lab-net", inTheMiddle(bundle::uninstall), Map.of());
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
    RunRecord run = runs.train("fsm", inTheMiddle(() -> update(bundle, second)), set);
    assertThat(run.status()).isEqualTo(RunRecord.Status.DONE);
    assertThatThrownBy(() -> runs.train("fsm", SmallRuns.DEAF, set))
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
    assertThat(answer(runs.train("fsm", inTheMiddle(() -> update(bundle, second)), Map.of())))
        .contains(1.0);
    assertThat(answer(runs.train("fsm", SmallRuns.DEAF, Map.of()))).contains(2.0);
    bundle.uninstall();
    assertThat(answer(runs.train("fsm", SmallRuns.DEAF, Map.of()))).isEmpty();
  }

  @Test
  void anEvaluatorThatThrowsIsSetAsideAndTheRunGoesOn() throws Exception {
    Bundle bundle =
        axial.install(
            evaluator(
                "Careless", "1.0.0", "throw new IllegalStateException(\"divided by zero\");"));
    List<RunEvent> events = new ArrayList<>();
    RunRecord run = runs.train("fsm", events::add, Map.of());
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
    RunRecord first = runs.train("fsm", inTheMiddle(() -> update(bundle, second)), set);
    assertThat(Files.readString(SmallRuns.explanation(first))).contains("\"answer\" : 1.0");
    assertThat(Files.readString(SmallRuns.explanation(runs.train("fsm", SmallRuns.DEAF, set))))
        .contains("\"answer\" : 2.0");
    bundle.uninstall();
    assertThatThrownBy(() -> runs.train("fsm", SmallRuns.DEAF, set))
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
                public Evaluation evaluate(EvaluationData d, Settings settings, Seed seed) { return null; }
                """);
    Bundle bundle = axial.install(jar);
    assertThat(extensions.statuses())
        .anySatisfy(
            status -> {
              assertThat(status.bundle()).isEqualTo("lab.stillborn 1.0.0");
              assertThat(status.state()).isEqualTo(Extensions.State.BROKEN);
              assertThat(status.reason()).contains("constructor failed", "no licence file");
            });
    assertThat(runs.train("fsm", SmallRuns.DEAF, Map.of()).status())
        .isEqualTo(RunRecord.Status.DONE);
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
                + "public Evaluation evaluate(EvaluationData d, Settings settings, Seed seed) { return null; }");
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
                + "public Evaluation evaluate(EvaluationData d, Settings settings, Seed seed) { "
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
    ClassLoaders.assertGone(former);
  }
}
