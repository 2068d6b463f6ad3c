package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.eval.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new project passes the contract kit, and bundles that break the contract are told so. */
class ContractKitTest {

  private static final int EXTENSION = 5;

  @TempDir Path temp;

  private Cli.Result extensions(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("extensions"));
    all.addAll(List.of(arguments));
    return Cli.axial(temp.resolve("workspace"), all.toArray(String[]::new));
  }

  private static Optional<String> maven() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, "mvn"))) {
        return Optional.of(folder + "/mvn");
      }
    }
    return Optional.empty();
  }

  /** Builds with what this build has downloaded, and no network. */
  private static Cli.Result build(String maven, Path project)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(maven, "-o", "-q", "-B", "package"));
    String repository = System.getProperty("localRepository", "");
    if (!repository.isEmpty()) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("MAVEN_PROJECTBASEDIR");
    return Cli.run(builder);
  }

  @Test
  void aNewProjectBuildsAndPasses() throws Exception {
    Optional<String> maven = maven();
    if (maven.isEmpty()) {
      System.err.println("SKIPPED: There is no Maven on the path to build the new project with.");
    }
    Assumptions.assumeTrue(maven.isPresent(), "There is no Maven on the path.");
    Path project = temp.resolve("my-net");
    Cli.Result made = extensions("new", "model", "my-net", "--to", project.toString());
    assertThat(made.code()).as(made.output()).isZero();
    Cli.Result built = build(maven.get(), project);
    assertThat(built.code()).as(built.output()).isZero();
    Cli.Result checked =
        extensions("check", project.resolve("target/lab.my-net-1.0.0.jar").toString());
    assertThat(checked.code()).as(checked.output()).isZero();
    assertThat(checked.output())
        .contains(
            "ok      fits this Axial: lab.my-net 1.0.0",
            "ok      its networks can be built: my-net at 64x64x1",
            "ok      leaves no class loader",
            "ok      its models train and predict: my-net",
            "ok      works without a display")
        .doesNotContain("FAILED", "skipped");
  }

  @Test
  void aProjectOverwritesNothingAndTakesNoOtherNames() throws Exception {
    Path project = Files.createDirectories(temp.resolve("there"));
    Files.writeString(project.resolve("notes.txt"), "mine");
    Cli.Result there = extensions("new", "model", "my-net", "--to", project.toString());
    assertThat(there.code()).isEqualTo(4);
    assertThat(there.output()).contains("nothing is overwritten");
    assertThat(project)
        .isDirectoryContaining("glob:**notes.txt")
        .isDirectoryNotContaining("glob:**.xml");
    Cli.Result wrong = extensions("new", "model", "My Net", "--to", temp.resolve("new").toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.output()).contains("cannot be named \"My Net\"");
    assertThat(extensions("new", "model", "fsm", "--to", temp.resolve("new").toString()).code())
        .isEqualTo(2);
    assertThat(temp.resolve("new")).doesNotExist();
  }

  private void fails(String name, String imports, String body, String... lines) throws Exception {
    Path jar =
        LabBundle.build(
            temp,
            name,
            "1.0.0",
            Evaluator.class,
            imports,
            body
                + "public Evaluation evaluate(EvaluationData d, Settings s, Seed seed)"
                + " { return null; }");
    Cli.Result checked = extensions("check", jar.toString());
    assertThat(checked.code()).as(checked.output()).isEqualTo(EXTENSION);
    assertThat(checked.output()).contains(lines);
  }

  @Test
  void aLeftThreadIsFound() throws Exception {
    fails(
        "Leaky",
        LabBundle.imports(),
        LabBundle.named("leaky")
            + """
            public Leaky() {
              Thread thread = new Thread(() -> {
                try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException end) { return; }
              }, "lab-leak");
              thread.setDaemon(true);
              thread.start();
            }
            """,
        "FAILED  leaves no thread or timer: 100 threads were left",
        "\"lab-leak\"",
        "@Deactivate");
  }

  @Test
  void heldClassesAndSwingOffItsThreadAreFound() throws Exception {
    fails(
        "Clinging",
        LabBundle.imports() + ",javax.swing",
        LabBundle.named("clinging")
            + """
            public Clinging() {
              System.getProperties().put(new Object(), getClass());
              new javax.swing.JLabel("hello").setText("there");
            }
            """,
        "FAILED  leaves no class loader: The classes of 100 of 100 removed bundles are still held.",
        "FAILED  leaves Swing to its thread: lab.Clinging.<init>");
  }

  @Test
  void anExtensionWithoutAnIdIsFound() throws Exception {
    fails(
        "Nameless",
        LabBundle.imports(),
        LabBundle.named(""),
        "FAILED  its services say what they are: lab.Nameless has the id \"\"");
  }

  @Test
  void aConstructorThatThrowsIsFound() throws Exception {
    fails(
        "Stillborn",
        LabBundle.imports(),
        LabBundle.named("stillborn")
            + "public Stillborn() { throw new IllegalStateException(\"no licence file\"); }",
        "FAILED  starts:",
        "no licence file",
        "skipped installs and removes 100 times");
  }

  @Test
  void aBundleThatNeedsAnotherApiIsFound() throws Exception {
    fails(
        "Future",
        LabBundle.imports().replace("axial.eval;version=\"[1.0", "axial.eval;version=\"[1.99"),
        LabBundle.named("future"),
        "FAILED  fits this Axial: It does not resolve: it needs the package axial.eval");
  }

  @Test
  void aBundleThatEndsTheProcessIsFound() throws Exception {
    fails(
        "Quitter",
        LabBundle.imports(),
        LabBundle.named("quitter") + "public Quitter() { Runtime.getRuntime().halt(7); }",
        "FAILED  ends in order: The process of the check ended with code 7 before it was done.");
  }
}
