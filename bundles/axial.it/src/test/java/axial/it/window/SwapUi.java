package axial.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import axial.it.Axial;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Bundles of views are swapped under the open window, again and again. */
class SwapUi {

  private static final int SWAPS = 20;
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  @TempDir static Path temp;

  private static OpenWindow window;
  private static Ui ui;

  @BeforeAll
  static void open() throws Exception {
    window = OpenWindow.open(temp);
    ui = new Ui();
    ui.see("phantoms, 306 images");
  }

  @AfterAll
  static void close() throws Exception {
    window.close();
  }

  @Test
  void twentySwapsOfTheDataViewsLeaveNothingBehind() throws Exception {
    ui.command("go to data");
    swap("axial.workbench.data", "data.gallery", () -> new AfterData(new Own(1)));
  }

  @Test
  void twentySwapsOfTheTrainingViewsLeaveNothingBehind() throws Exception {
    ui.command("go to train");
    swap("axial.workbench.training", "training.curves", () -> new AfterTraining(new Own(1)));
  }

  @Test
  void twentySwapsOfTheEvaluationViewsLeaveNothingBehind() throws Exception {
    ui.command("go to evaluate");
    swap("axial.workbench.evaluation", "evaluation.matrix", () -> new AfterEvaluation(new Own(1)));
  }

  private static void swap(String name, String view, Supplier<Record> last) throws Exception {
    Bundle bundle = window.bundle(name);
    Path jar;
    try (var jars = Files.list(Axial.home().resolve("run-configs/target/export/workbench"))) {
      jar =
          jars.filter(f -> f.getFileName().toString().matches(name + "-[0-9].*"))
              .findFirst()
              .orElseThrow();
    }
    Ui.await(view + " is there", () -> there(view));
    Set<String> threads = threads();
    List<WeakReference<ClassLoader>> former = new ArrayList<>();
    for (int i = 0; i < SWAPS; i++) {
      former.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
      try (InputStream in = Files.newInputStream(jar)) {
        bundle.update(in);
      }
      Ui.await(view + " is back", () -> there(view));
    }
    // Work that was under way ends within seconds, and its threads with it.
    Ui.await("no thread is left", () -> threads.containsAll(threads()));
    forgetLastRecord(last);
    assertThat(alive(former)).isZero();
  }

  /**
   * The JDK keeps, in a cache of one place, the types of the record whose {@code equals} was linked
   * last (java.lang.runtime.ObjectMethods); a record of the test takes that place, another one in
   * each test, as each is linked once.
   */
  private static void forgetLastRecord(Supplier<Record> last) {
    assertThat(last.get()).isEqualTo(last.get());
  }

  private record Own(int value) {}

  private record AfterData(Own own) {}

  private record AfterTraining(Own own) {}

  private record AfterEvaluation(Own own) {}

  private static boolean there(String view) {
    return Ui.showing("slot." + view).isPresent() && Ui.showing("gap." + view).isEmpty();
  }

  private static long alive(List<WeakReference<ClassLoader>> loaders) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (loaders.stream().anyMatch(l -> l.get() != null) && System.nanoTime() < deadline) {
      System.gc();
      System.runFinalization();
      ui.find("status.note");
    }
    return loaders.stream().filter(l -> l.get() != null).count();
  }

  /** Names of threads without their numbers; the framework's own come and go. */
  private static Set<String> threads() {
    Set<String> names = new TreeSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!thread.getName().startsWith("Felix")) {
        names.add(thread.getName().replaceAll("[0-9]+", "#"));
      }
    }
    names.add("axial-job-#");
    return names;
  }
}
