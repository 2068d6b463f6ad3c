package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.eval.Evaluator;
import axial.extension.LockedBundle;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose extensions are not trusted is predicted, evaluated and explained by processes of
 * their own; whatever these do, the run stays whole.
 */
class IsolatedJobsTest {

  private static final int USAGE = 2;
  private static final int EXTENSION = 5;
  private static final int MACHINE = 6;

  @TempDir Path temp;

  private Path mood() {
    return temp.resolve("mood/is");
  }

  /** An evaluator that does what stands in a file. */
  private void installMoody() throws Exception {
    Path jar =
        LabBundle.build(
            temp,
            "Moody",
            "1.0.0",
            Evaluator.class,
            LabBundle.imports(),
            LabBundle.named("moody")
                + """
                public Evaluation evaluate(EvaluationData d, Settings s, Seed seed) {
                  try {
                    java.nio.file.Path file = java.nio.file.Path.of("%s");
                    String mood = java.nio.file.Files.readString(file);
                    java.nio.file.Files.writeString(file.resolveSibling("seen"), mood);
                    if (mood.equals("waits")) { Thread.sleep(Long.MAX_VALUE); }
                    if (mood.equals("spoils")) {
                      java.nio.file.Path run = java.nio.file.Path
                          .of(System.getProperty("axial.workspace")).resolveSibling("runs/out");
                      java.nio.file.Files.writeString(run.resolve("model.zip"), "spoiled");
                    }
                    if (mood.equals("eats")) {
                      List<long[]> all = new ArrayList<>();
                      while (true) { all.add(new long[1 << 20]); }
                    }
                    if (mood.equals("talks")) {
                      new java.io.FileOutputStream(java.io.FileDescriptor.out)
                          .write("hello\\n".getBytes());
                      Thread.sleep(Long.MAX_VALUE);
                    }
                  } catch (java.io.IOException | InterruptedException none) {
                    throw new IllegalStateException(none);
                  }
                  return new Evaluation("moody", "", Map.of());
                }
                """
                    .formatted(mood()));
    Path extensions = Files.createDirectories(temp.resolve("workspace/extensions"));
    LockedBundle moody = LockedSet.store(extensions, jar);
    Files.writeString(
        extensions.resolve("extensions.lock"),
        "# Axial extensions, format 1\nlab.moody\t1.0.0\t%s\t%d\t-\t-\n"
            .formatted(moody.sha256(), moody.bytes()));
    Files.writeString(extensions.resolve("isolated"), "lab.moody\n");
    Files.createDirectories(mood().getParent());
    Files.writeString(mood(), "works");
  }

  private Path train(String evaluators) throws Exception {
    Path out = temp.resolve("out");
    Cli.Result trained =
        axial(
            SmallRuns.typed(
                "fsm",
                List.of(
                    "run.evaluators=" + evaluators, "run.explainers=occlusion", "run.explain=0"),
                "--epochs",
                "1",
                "--seed",
                "1",
                "--isolated",
                "--out",
                out.toString()));
    assertThat(trained.code()).as(trained.output()).isZero();
    return out;
  }

  private Cli.Result axial(String... arguments) throws Exception {
    return Cli.axial(temp.resolve("workspace"), arguments);
  }

  /** What is in a folder, by file, as hexadecimal digits. */
  private static Map<String, String> files(Path folder) throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    files.remove("events.jsonl"); // tells of what was begun as well
    return files;
  }

  private void fails(Path run, String mood, int code, String sentence) throws Exception {
    Files.writeString(mood(), mood);
    Map<String, String> before = files(run);
    Cli.Result failed = axial("evaluate", run.toString(), "--isolated", "--memory", "256m");
    assertThat(failed.code()).as(failed.output()).isEqualTo(code);
    assertThat(failed.output()).contains("axial: " + sentence);
    assertThat(files(run)).isEqualTo(before);
    assertThat(temp.resolve("workspace/isolated")).isEmptyDirectory();
  }

  @Test
  void whateverTheProcessOfAnEvaluationDoesTheRunStaysAsItWas() throws Exception {
    installMoody();
    Path run = train("classification,moody");
    Cli.Result here = axial("evaluate", run.toString());
    assertThat(here.code()).as(here.output()).isEqualTo(USAGE);
    assertThat(here.output()).contains("\"moody\"", "lab.moody", "Evaluate it with --isolated.");
    Files.delete(run.resolve("evaluation.json"));
    Cli.Result there = axial("evaluate", run.toString(), "--isolated");
    assertThat(there.code()).as(there.output()).isZero();
    assertThat(run.resolve("evaluation.json")).content().contains("moody");
    fails(
        run, "eats", MACHINE, "The evaluation needed more than the 256 MiB of memory that it had.");
    fails(
        run,
        "talks",
        EXTENSION,
        "The process of the evaluation wrote \"hello\", which is no event, and was ended.");
    killed(run);
    Map<String, String> before = files(run);
    Files.writeString(mood(), "spoils");
    Cli.Result spoiled = axial("evaluate", run.toString(), "--isolated");
    assertThat(spoiled.code()).as(spoiled.output()).isZero();
    assertThat(files(run)).containsEntry("model.zip", before.get("model.zip"));
  }

  private void killed(Path run) throws Exception {
    Files.deleteIfExists(mood().resolveSibling("seen"));
    Files.writeString(mood(), "waits");
    Map<String, String> before = files(run);
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      mood().getParent().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Process axial =
          Cli.command(
                  Path.of(System.getProperty("java.home")),
                  temp.resolve("workspace"),
                  "evaluate",
                  run.toString(),
                  "--isolated")
              .redirectErrorStream(true)
              .start();
      assertThat(watch.poll(2, TimeUnit.MINUTES)).as("the evaluator works").isNotNull();
      try (Stream<ProcessHandle> children = axial.children()) {
        children.forEach(ProcessHandle::destroyForcibly);
      }
      String said = new String(axial.getInputStream().readAllBytes());
      assertThat(axial.waitFor()).as(said).isEqualTo(MACHINE);
      assertThat(said).contains("axial: The process of the evaluation was killed by signal 9.");
    }
    assertThat(files(run)).isEqualTo(before);
    assertThat(temp.resolve("workspace/isolated")).isEmptyDirectory();
  }

  @Test
  void predictionsAndExplanationsAreThoseOfThisProcess() throws Exception {
    Path run = train("classification");
    Map<String, String> before = files(run);
    Cli.Result here = axial("predict", run.toString());
    Cli.Result there = axial("predict", run.toString(), "--isolated");
    assertThat(here.code()).as(here.output()).isZero();
    assertThat(there.code()).as(there.output()).isZero();
    assertThat(table(there)).isNotEmpty().isEqualTo(table(here));
    assertThat(files(run)).isEqualTo(before);
    String image = table(here).get(1).strip().split(" ")[0];
    Cli.Result one = axial("predict", run.toString(), image, "--isolated");
    assertThat(table(one)).hasSize(2);
    assertThat(words(table(one).get(1))).isEqualTo(words(table(here).get(1)));
    Cli.Result unknown = axial("predict", run.toString(), "nowhere.png", "--isolated");
    assertThat(unknown.code()).isEqualTo(USAGE);
    assertThat(unknown.output()).contains("There is no image nowhere.png in the run out.");
    Cli.Result explained = axial("explain", run.toString(), image, "--isolated");
    assertThat(explained.code()).as(explained.output()).isZero();
    assertThat(explained.output()).contains(image + ": called", "occlusion");
    Map<String, String> byProcess = files(run.resolve("explanations"));
    assertThat(byProcess).isNotEmpty();
    Cli.Result again = axial("explain", run.toString(), image);
    assertThat(again.code()).as(again.output()).isZero();
    assertThat(files(run.resolve("explanations"))).isEqualTo(byProcess);
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+"));
  }

  /** The lines of the table of predictions. */
  private static List<String> table(Cli.Result result) {
    return result
        .output()
        .lines()
        .filter(line -> line.matches("\\s*image .*|.* \\d\\.\\d{4}\\s+\\d\\.\\d{4}\\s*"))
        .toList();
  }
}
