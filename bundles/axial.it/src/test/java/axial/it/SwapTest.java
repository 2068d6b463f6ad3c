package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import axial.eval.Evaluator;
import axial.extension.Installation;
import axial.extension.Leases;
import axial.extension.LockedBundle;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Layer;
import axial.model.ModelFactory;
import axial.run.Extensions;
import axial.run.Provenance;
import axial.run.RunEvent;
import axial.run.RunListener;
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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** The locked set of extensions changes while a framework and trainings run. */
class SwapTest {

  private static final String NET = "lab.labnet";

  @TempDir static Path temp;

  private static Axial axial;
  private static LockedSet set;
  private static SmallRuns runs;
  private static Extensions extensions;

  @BeforeAll
  static void start() throws Exception {
    axial = Axial.start(temp, Axial.bundles(), Map.of("axial.extensions.deadline", "1500"));
    set = LockedSet.of(axial);
    runs = new SmallRuns(axial.service(Runs.class), temp);
    extensions = axial.service(Extensions.class);
  }

  @AfterAll
  static void stop() throws Exception {
    axial.close();
  }

  @AfterEach
  void empty() {
    set.become();
    set.awaitRetired();
    assertThat(set.list()).isEmpty();
  }

  private static LockedBundle net(String version, int units) throws Exception {
    return set.store(LabBundle.net(temp, version, units));
  }

  private static List<Bundle> bundles(String name) {
    return Arrays.stream(axial.context().getBundles())
        .filter(bundle -> name.equals(bundle.getSymbolicName()))
        .toList();
  }

  private static RunListener once(Class<? extends RunEvent> when, Act act) {
    AtomicBoolean done = new AtomicBoolean();
    return event -> {
      if (when.isInstance(event) && done.compareAndSet(false, true)) {
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

  private static int unitsOf(RunRecord run) {
    return ((Layer.Dense) run.network().layers().get(1)).units();
  }

  private static List<String> netsOf(RunRecord run) {
    return run.provenance().orElseThrow().bundles().stream()
        .filter(use -> use.symbolicName().equals(NET))
        .map(use -> use.version() + " " + use.sha256() + " " + use.services())
        .toList();
  }

  private static String used(LockedBundle line) {
    return line.name().version() + " " + line.sha256() + " [ModelFactory lab-net]";
  }

  @Test
  void aTrainingEndsOnTheVersionItBeganWithAndTheNextGetsTheNewOne() throws Exception {
    LockedBundle first = net("1.0.0", 3);
    LockedBundle second = net("1.1.0", 5);
    set.become(first);
    AtomicReference<Installation.Done> done = new AtomicReference<>();
    RunRecord outer =
        runs.train(
            "lab-net",
            once(
                RunEvent.BatchDone.class,
                () -> {
                  done.set(set.become(second));
                  assertThat(set.list())
                      .extracting(one -> one.bundle().name() + " " + one.state())
                      .containsExactly(NET + " 1.0.0 RETIRING", NET + " 1.1.0 ACTIVE");
                  assertThat(set.list().get(0).holders()).containsExactly("training of lab-net");
                  assertThat(extensions.statuses())
                      .filteredOn(status -> status.id().equals("lab-net"))
                      .extracting(status -> status.bundle() + " " + status.state())
                      .containsExactlyInAnyOrder(NET + " 1.0.0 RETIRING", NET + " 1.1.0 USABLE");
                }),
            Map.of());
    assertThat(done.get().retiring()).containsExactly(first.name());
    assertThat(outer.status()).isEqualTo(RunRecord.Status.DONE);
    assertThat(unitsOf(outer)).isEqualTo(3);
    assertThat(netsOf(outer)).containsExactly(used(first));
    set.awaitRetired();
    assertThat(bundles(NET)).extracting(b -> b.getVersion().toString()).containsExactly("1.1.0");
    RunRecord next = runs.train("lab-net", SmallRuns.DEAF, Map.of());
    assertThat(unitsOf(next)).isEqualTo(5);
    assertThat(netsOf(next)).containsExactly(used(second));
    assertThat(Files.readString(set.file())).contains("1.1.0\t" + second.sha256());
  }

  @Test
  void theRecordNamesTheVersionThatTheRunHoldsThoughANewerOneCameBeforeItWasWritten()
      throws Exception {
    LockedBundle first = net("1.0.0", 3);
    LockedBundle second = net("1.1.0", 5);
    set.become(first);
    RunRecord run =
        runs.train("lab-net", once(RunEvent.Started.class, () -> set.become(second)), Map.of());
    assertThat(unitsOf(run)).isEqualTo(3);
    assertThat(netsOf(run)).containsExactly(used(first));
    List<Provenance.BundleUse> all = run.provenance().orElseThrow().bundles();
    assertThat(all).extracting(Provenance.BundleUse::symbolicName).contains("axial.train");
  }

  @Test
  void anOlderVersionTakesThePlaceOfANewerOneWhenThatIsWanted() throws Exception {
    LockedBundle older = net("1.0.0", 3);
    LockedBundle newer = net("1.1.0", 5);
    set.become(newer);
    RunRecord run =
        runs.train(
            "lab-net",
            once(
                RunEvent.BatchDone.class,
                () -> {
                  set.become(older);
                  set.become(newer);
                  set.become(older);
                }),
            Map.of());
    assertThat(unitsOf(run)).isEqualTo(5);
    assertThat(unitsOf(runs.train("lab-net", SmallRuns.DEAF, Map.of()))).isEqualTo(3);
    set.awaitRetired();
    assertThat(bundles(NET)).hasSize(1);
  }

  @Test
  void aRemovedExtensionIsNotOfferedAnyMoreButTheTrainingThatHoldsItEnds() throws Exception {
    set.become(net("1.0.0", 3));
    RunRecord run =
        runs.train(
            "lab-net",
            once(
                RunEvent.BatchDone.class,
                () -> {
                  set.become();
                  assertThatThrownBy(() -> extensions.find(ModelFactory.class, "lab-net"))
                      .hasMessageContaining("no model \"lab-net\"");
                  assertThat(bundles(NET)).hasSize(1);
                }),
            Map.of());
    assertThat(run.status()).isEqualTo(RunRecord.Status.DONE);
    set.awaitRetired();
    assertThat(bundles(NET)).isEmpty();
  }

  @Test
  void aRunThatFailsLetsItsBundlesGo() throws Exception {
    LockedBundle line = net("1.0.0", 3);
    set.become(line);
    assertThatThrownBy(
            () ->
                runs.train(
                    "lab-net",
                    once(
                        RunEvent.BatchDone.class,
                        () -> {
                          throw new IllegalStateException("unplugged");
                        }),
                    Map.of()))
        .isInstanceOf(AssertionError.class);
    assertThat(axial.service(Leases.class).holders(line.name())).isEmpty();
  }

  private static Path evaluator(String version, String constructor) throws Exception {
    return LabBundle.build(
        temp,
        "Fragile",
        version,
        Evaluator.class,
        LabBundle.imports(),
        LabBundle.named("lab-fragile")
            + "public Fragile() { "
            + constructor
            + " }"
            + "public Evaluation evaluate(EvaluationData d, Settings s, Seed seed) { return null; }");
  }

  /** The new set is refused with these words, and the former one goes on. */
  private static void assertRefused(Path jar, Problem.Kind kind, String... words) throws Exception {
    LockedBundle good = set.store(evaluator("1.0.0", ""));
    set.become(good);
    String before = Files.readString(set.file());
    Evaluator offered = extensions.find(Evaluator.class, "lab-fragile");
    LockedBundle bad = set.store(jar);
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> set.become(bad));
    assertThat(refused).isNotNull();
    assertThat(refused.problem().kind()).isEqualTo(kind);
    assertThat(refused).hasMessageContainingAll(words);
    assertThat(Files.readString(set.file())).isEqualTo(before);
    assertThat(set.list())
        .extracting(one -> one.state())
        .containsExactly(Installation.State.ACTIVE);
    assertThat(extensions.find(Evaluator.class, "lab-fragile")).isSameAs(offered);
  }

  @Test
  void aComponentThatThrowsIsRefusedAndTheFormerSetGoesOn() throws Exception {
    assertRefused(
        evaluator("1.1.0", "throw new IllegalStateException(\"no licence file\");"),
        Problem.Kind.EXTENSION,
        "lab.fragile 1.1.0",
        "no licence file");
    assertThat(bundles("lab.fragile")).hasSize(1);
  }

  @Test
  void aComponentThatHangsIsRefusedAndTheFormerSetGoesOn() throws Exception {
    assertRefused(
        evaluator(
            "1.1.0",
            "try { Thread.sleep(600000); } catch (InterruptedException e) {"
                + " throw new IllegalStateException(e); }"),
        Problem.Kind.EXTENSION,
        "lab.fragile 1.1.0",
        "did not come up within 1 seconds");
    assertThat(bundles("lab.fragile")).hasSize(1);
  }

  @Test
  void aComponentThatIgnoresInterruptsDoesNotHangAxial() throws Exception {
    assertRefused(
        evaluator(
            "1.1.0",
            "long end = System.nanoTime() + 8000000000L;"
                + " while (System.nanoTime() < end) { Thread.onSpinWait(); }"),
        Problem.Kind.EXTENSION,
        "did not come up within 1 seconds");
    Map<String, String> known = Map.of("run.evaluators", "classification");
    assertThat(runs.train("fsm", SmallRuns.DEAF, known).status()).isEqualTo(RunRecord.Status.DONE);
  }

  @Test
  void aBundleThatDoesNotFitIsRefusedWithWhatItMisses() throws Exception {
    Path jar =
        LabBundle.build(
            temp,
            "Fragile",
            "1.1.0",
            Evaluator.class,
            LabBundle.imports() + ",axial.future;version=\"[7.0,8)\"",
            LabBundle.named("lab-fragile")
                + "public Evaluation evaluate(EvaluationData d, Settings s, Seed seed) {"
                + " return null; }");
    assertRefused(jar, Problem.Kind.EXTENSION, "lab.fragile 1.1.0", "axial.future", "7.0");
    assertThat(bundles("lab.fragile")).hasSize(1);
  }

  @Test
  void aBundleWithClassesForDl4jIsRefusedAsTheyCouldNotBeUpdated() throws Exception {
    Path jar =
        LabBundle.build(
            temp,
            "Fragile",
            "1.1.0",
            Evaluator.class,
            LabBundle.imports() + ",org.deeplearning4j.nn.conf.layers",
            LabBundle.named("lab-fragile")
                + "public Evaluation evaluate(EvaluationData d, Settings s, Seed seed) {"
                + " return null; }");
    assertRefused(jar, Problem.Kind.EXTENSION, "lab.fragile 1.1.0", "classes for DL4J");
  }

  @Test
  void aLockFileThatCannotBeWrittenLeavesTheFormerSet() throws Exception {
    Path part = set.file().resolveSibling("extensions.lock.part");
    LockedBundle good = set.store(evaluator("1.0.0", ""));
    set.become(good);
    Files.createDirectories(part.resolve("in the way"));
    try {
      assertRefusedNow(set.store(evaluator("1.1.0", "")));
    } finally {
      Files.delete(part.resolve("in the way"));
      Files.delete(part);
    }
  }

  private static void assertRefusedNow(LockedBundle line) {
    assertThatThrownBy(() -> set.become(line)).hasMessageContaining("cannot be written");
    assertThat(bundles("lab.fragile"))
        .extracting(bundle -> bundle.getVersion().toString())
        .containsExactly("1.0.0");
  }

  @Test
  void aPartOfTheFrameIsNotReplaced() throws Exception {
    Path api = Axial.jar("axial.run");
    LockedBundle line = set.store(api);
    assertThatThrownBy(() -> set.become(line))
        .hasMessageContaining("axial.run")
        .hasMessageContaining("Install a newer Axial instead.");
    assertThat(bundles("axial.run")).hasSize(1);
  }

  @Test
  void aBuiltInBundleIsSupersededAndComesBack() throws Exception {
    Path zoo = Axial.jar("axial.zoo");
    Bundle builtIn = bundles("axial.zoo").get(0);
    set.become(set.store(zoo));
    set.awaitRetired();
    assertThat(builtIn.getState()).isEqualTo(Bundle.UNINSTALLED);
    assertThat(extensions.find(ModelFactory.class, "fsm")).isNotNull();
    set.become();
    set.awaitRetired();
    assertThat(bundles("axial.zoo"))
        .singleElement()
        .satisfies(b -> assertThat(b.getLocation()).contains("export/headless/axial.zoo"));
    assertThat(extensions.find(ModelFactory.class, "fsm")).isNotNull();
  }

  private static Path netOnLibrary(Path library) throws Exception {
    return LabBundle.build(
        temp,
        "Wired",
        "1.0.0",
        ModelFactory.class,
        LabBundle.imports() + ",lablib",
        LabBundle.named("lab-wired")
            + """
            public Network network(Shape input, int classes, Settings settings) {
              return new Network("lab-wired", input, List.of(new Layer.Flatten(),
                  new Layer.Dense(lablib.Library.answer(), Activation.RELU),
                  new Layer.Dense(1, Activation.SIGMOID)),
                  Optimizer.Adam.keras(), Loss.BINARY_CROSS_ENTROPY);
            }
            """,
        System.getProperty("java.class.path") + java.io.File.pathSeparator + library,
        List.of());
  }

  @Test
  void whoIsWiredToAReplacedLibraryIsWiredAnewAndARunKeepsTheOldOne() throws Exception {
    Path library = LabBundle.library(temp, "1.0.0", 4);
    LockedBundle first = set.store(library);
    LockedBundle second = set.store(LabBundle.library(temp, "1.1.0", 6));
    LockedBundle wired = set.store(netOnLibrary(library));
    set.become(first, wired);
    RunRecord run =
        runs.train(
            "lab-wired", once(RunEvent.Started.class, () -> set.become(wired, second)), Map.of());
    assertThat(unitsOf(run)).isEqualTo(4);
    assertThat(run.provenance().orElseThrow().bundles())
        .filteredOn(use -> use.symbolicName().equals("lab.library"))
        .extracting(Provenance.BundleUse::version)
        .containsExactly("1.0.0");
    assertThat(unitsOf(runs.train("lab-wired", SmallRuns.DEAF, Map.of()))).isEqualTo(6);
    set.awaitRetired();
    assertThat(bundles("lab.library"))
        .extracting(b -> b.getVersion().toString())
        .containsExactly("1.1.0");
    assertThat(bundles("lab.wired")).hasSize(1);
  }

  @Test
  void twoVersionsOfALibraryLiveSideBySide() throws Exception {
    LockedBundle first = set.store(LabBundle.library(temp, "1.0.0", 4));
    LockedBundle second = set.store(LabBundle.library(temp, "2.0.0", 6));
    set.become(first, second);
    assertThat(set.list())
        .extracting(one -> one.bundle().name().version() + " " + one.state())
        .containsExactly("1.0.0 ACTIVE", "2.0.0 ACTIVE");
  }

  @Test
  void fortyExchangesLeaveNoClassLoaderAndNoThread() throws Exception {
    LockedBundle first = net("1.0.0", 3);
    LockedBundle second = net("1.1.0", 5);
    List<WeakReference<ClassLoader>> former = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (LockedBundle line : List.of(first, second)) {
        set.become(line);
        set.awaitRetired();
        assertThat(extensions.find(ModelFactory.class, "lab-net").id()).isEqualTo("lab-net");
        former.add(
            new WeakReference<>(bundles(NET).get(0).adapt(BundleWiring.class).getClassLoader()));
      }
    }
    set.become();
    set.awaitRetired();
    ClassLoaders.assertGone(former);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(t -> t.getName().startsWith("axial-start") && t.getName().contains("labnet"));
  }
}
