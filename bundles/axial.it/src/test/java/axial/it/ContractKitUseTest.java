package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.eval.Evaluator;
import axial.model.ModelFactory;
import axial.model.PredictionEngine;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract kit has what a bundle brings work once, and tells what goes wrong then. */
class ContractKitUseTest {

  private static final int EXTENSION = 5;
  private static final String VIEWS =
      ",axial.view;version=\"[1.0,2)\",axial.view.run;version=\"[1.0,2)\",javax.swing";

  @TempDir Path temp;

  private String check(int code, Path jar) throws Exception {
    Cli.Result checked =
        Cli.axial(temp.resolve("workspace"), "extensions", "check", jar.toString());
    assertThat(checked.code()).as(checked.output()).isEqualTo(code);
    return checked.output();
  }

  private Path evaluator(String name, String imports, String members, String work)
      throws Exception {
    return LabBundle.build(
        temp,
        name,
        "1.0.0",
        Evaluator.class,
        imports,
        LabBundle.named(name.toLowerCase(java.util.Locale.ROOT))
            + members
            + "public Evaluation evaluate(EvaluationData d, Settings s, Seed seed) {"
            + work
            + "}");
  }

  private static String saying(String id) {
    return "return new Evaluation(\"%s\", \"\", Map.of());".formatted(id);
  }

  @Test
  void anEvaluatorWorksInARun() throws Exception {
    assertThat(check(0, evaluator("Fair", LabBundle.imports(), "", saying("fair"))))
        .contains(
            "ok      its extensions work in a run: fair",
            "ok      leaves no class loader after its use")
        .doesNotContain("FAILED", "views");
  }

  @Test
  void anEvaluatorThatThrowsIsFound() throws Exception {
    assertThat(
            check(
                EXTENSION,
                evaluator(
                    "Throwing",
                    LabBundle.imports(),
                    "",
                    "throw new IllegalStateException(\"no table\");")))
        .contains("FAILED  its extensions work in a run: It was set aside in a run:", "no table");
  }

  @Test
  void classesThatStayAfterWorkAreFound() throws Exception {
    assertThat(
            check(
                EXTENSION,
                evaluator(
                    "Staying",
                    LabBundle.imports(),
                    "",
                    "System.getProperties().put(new Object(), getClass());" + saying("staying"))))
        .contains(
            "ok      leaves no class loader: There is none.",
            "FAILED  leaves no class loader after its use: Its classes are still held");
  }

  @Test
  void aBundleThatWorksOnlyOnceIsFound() throws Exception {
    assertThat(
            check(
                EXTENSION,
                evaluator(
                    "Once",
                    LabBundle.imports(),
                    """
                    public Once() {
                      int times = Integer.getInteger("lab.once", 0);
                      System.setProperty("lab.once", Integer.toString(times + 1));
                      if (times > 3) { throw new IllegalStateException("here already"); }
                    }
                    """,
                    saying("once"))))
        .contains("FAILED  installs and removes 100 times:", "here already");
  }

  @Test
  void aModelWithoutProbabilitiesIsFound() throws Exception {
    Path jar =
        LabBundle.build(
            temp,
            "Boundless",
            "1.0.0",
            ModelFactory.class,
            LabBundle.imports(),
            LabBundle.named("boundless")
                + """
                private static int made;
                public Network network(Shape input, int classes, Settings settings) {
                  return new Network("boundless", input, List.of(new Layer.Flatten(),
                      new Layer.Dense(2 + made++ / 6, Activation.RELU),
                      new Layer.Dense(1, Activation.SIGMOID)),
                      Optimizer.Adam.keras(), Loss.BINARY_CROSS_ENTROPY);
                }
                """);
    assertThat(check(EXTENSION, jar))
        .containsAnyOf("FAILED  its models train and predict", "FAILED  its networks can be built");
  }

  @Test
  void aPredictionEngineThatAnswersOtherwiseIsFound() throws Exception {
    Path jar =
        LabBundle.build(
            temp,
            "Guessing",
            "1.0.0",
            PredictionEngine.class,
            LabBundle.imports(),
            LabBundle.named("zz-guessing")
                + """
                public Map<String, String> platform() { return Map.of(); }
                public Model prepare(Network n, Labels l, List<Parameter> p) {
                  return new Model() {
                    public Network network() { return n; }
                    public Labels labels() { return l; }
                    public double[][] predict(Batch batch) {
                      double[][] all = new double[batch.size()][];
                      java.util.Arrays.setAll(all, i -> new double[] {1, 0});
                      return all;
                    }
                    public void close() {}
                  };
                }
                """);
    assertThat(check(EXTENSION, jar))
        .contains(
            "FAILED  its extensions work in a run: zz-guessing answers [1.0, 0.0] where the trained"
                + " model answers [");
  }

  private Path view(String name, String open) throws Exception {
    Path api;
    try (Stream<Path> jars =
        Files.list(Axial.home().resolve("run-configs/target/export/workbench"))) {
      api =
          jars.filter(jar -> jar.getFileName().toString().matches("axial\\.view-.*\\.jar"))
              .findFirst()
              .orElseThrow();
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {api.toUri().toURL()})) {
      return LabBundle.build(
          temp,
          name,
          "1.0.0",
          loader.loadClass("axial.view.View"),
          LabBundle.imports() + VIEWS,
          """
          public String id() { return "lab.%s"; }
          public String title() { return "Lab"; }
          public axial.view.Perspective perspective() { return axial.view.Perspective.values()[0]; }
          public axial.view.Place place() { return axial.view.Place.values()[0]; }
          public int order() { return 9; }
          public axial.view.Part open(axial.view.Desk desk) {
            %s
            return () -> label;
          }
          """
              .formatted(name, open),
          System.getProperty("java.class.path") + File.pathSeparator + api,
          List.of());
    }
  }

  @Test
  void aViewIsOpenedPaintedAndClosed() throws Exception {
    Path jar =
        view(
            "Calm",
            """
            javax.swing.JLabel label = new javax.swing.JLabel(desk.state().toString());
            desk.run().watch(run -> label.setText("run " + run.isPresent()));
            desk.trainings().all().watch(all -> label.setToolTipText("" + all.size()));
            desk.jobs().running();
            """);
    assertThat(check(0, jar))
        .contains(
            "ok      its views open, paint and close: lab.Calm",
            "ok      leaves Swing to its thread",
            "ok      leaves no class loader after its use");
  }

  @Test
  void aViewThatThrowsOrTouchesSwingElsewhereIsFound() throws Exception {
    assertThat(
            check(
                EXTENSION,
                view(
                    "Broken",
                    "javax.swing.JLabel label = new javax.swing.JLabel("
                        + "desk.run().get().get().toString());")))
        .contains("FAILED  its views open, paint and close: Its view threw");
    assertThat(
            check(
                EXTENSION,
                view(
                    "Hasty",
                    """
                    javax.swing.JLabel label = new javax.swing.JLabel();
                    Thread thread = new Thread(() -> label.setText("late"));
                    thread.start();
                    try { thread.join(); } catch (InterruptedException e) { return null; }
                    """)))
        .contains("FAILED  leaves Swing to its thread: lab.Hasty");
    assertThat(check(EXTENSION, view("Empty", "javax.swing.JLabel label = null;")))
        .contains("FAILED  its views open, paint and close: The view lab.Empty opens to no");
    assertThat(
            check(
                EXTENSION,
                view(
                    "Busy",
                    """
                    javax.swing.JLabel label = new javax.swing.JLabel();
                    Thread thread = new Thread(() -> {
                      try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException e) { return; }
                    }, "lab-busy");
                    thread.setDaemon(true);
                    thread.start();
                    """)))
        .contains("FAILED  its views open, paint and close: The thread \"lab-busy\" was left");
  }

  @Test
  void otherServicesBesideAViewsApiAreFound() throws Exception {
    assertThat(
            check(EXTENSION, evaluator("Mixed", LabBundle.imports() + VIEWS, "", saying("mixed"))))
        .contains("FAILED  works without a display: Its other services are missing on the command");
  }
}
