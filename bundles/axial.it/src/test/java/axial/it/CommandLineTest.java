package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user meets it: exit codes, sentences, and what is left on disk. */
class CommandLineTest {

  private static final String[] SMALL = {
    "--data",
    "phantom",
    "--batch",
    "8",
    "--set",
    "train.epochs=2",
    "--set",
    "phantom.patients=24",
    "--set",
    "phantom.slices=1",
    "--set",
    "stratified.train=0.5",
    "--set",
    "stratified.validation=0.25",
    "--set",
    "stratified.test=0.25",
    "--set",
    "run.input=16x16x1",
    "--set",
    "run.explain=1",
    "--set",
    "lime.num-samples=50"
  };

  @TempDir Path temp;

  private Cli.Result axial(String... arguments) throws Exception {
    return Cli.axial(temp.resolve("workspace"), arguments);
  }

  private String[] train(String model, String... more) {
    return Stream.of(Stream.of("train", model), Arrays.stream(SMALL), Arrays.stream(more))
        .flatMap(s -> s)
        .toArray(String[]::new);
  }

  /** One sentence and its remedy, no stack trace, no null. */
  private static void assertTold(Cli.Result result, int code, String... parts) {
    assertThat(result.code()).as(result.output()).isEqualTo(code);
    assertThat(result.output()).contains(parts).doesNotContain("\tat ", "null", "Exception");
    assertThat(result.output().lines().filter(l -> l.startsWith("axial: "))).hasSize(1);
  }

  private Path image(String name, int brightness) throws IOException {
    Path file = temp.resolve("scans").resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage picture = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setSample(3, 3, 0, brightness);
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  @Test
  void anEmptyFolderAndOneClassAndAMissingFolderAreTold() throws Exception {
    Path empty = Files.createDirectories(temp.resolve("empty"));
    Path out = temp.resolve("out");
    assertTold(
        axial("train", "fsm", "--data", empty.toString(), "--out", out.toString()), 3, "no image");
    image("yes/a.png", 1);
    assertTold(axial("audit", temp.resolve("scans").toString()), 3, "only one class");
    assertTold(axial("audit", temp.resolve("nowhere").toString()), 3, "nowhere");
    assertThat(out).doesNotExist();
  }

  @Test
  void brokenImagesAreListedAndTheRestIsRead() throws Exception {
    Path whole = image("yes/a.png", 1);
    image("no/b.png", 2);
    Files.writeString(temp.resolve("scans/yes/text.jpg"), "no picture");
    Path jpeg = temp.resolve("scans/no/cut.jpg");
    ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY), "jpg", jpeg.toFile());
    byte[] bytes = Files.readAllBytes(jpeg);
    Files.write(jpeg, Arrays.copyOf(bytes, bytes.length / 2));
    byte[] huge = Files.readAllBytes(whole);
    huge[18] = 0x75; // width and height of 30,000 in the header
    huge[19] = 0x30;
    huge[22] = 0x75;
    huge[23] = 0x30;
    Files.write(temp.resolve("scans/no/huge.png"), huge);
    Cli.Result result = axial("audit", temp.resolve("scans").toString());
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output())
        .contains("yes/text.jpg", "no/cut.jpg", "no/huge.png", "Left out: 3 files")
        .contains("scans: 2 images");
  }

  @Test
  void wrongNamesAndValuesAreToldWithWhatThereIs() throws Exception {
    assertTold(axial(train("finall")), 2, "\"finall\"", "final, fsm");
    assertTold(
        axial(train("fsm", "--set", "lime.samples=3")), 2, "lime.samples", "lime.num-samples");
    assertTold(axial(train("fsm", "--set", "train.epochs=-1")), 2, "-1", "from 1");
    assertTold(axial("train", "fsm"), 2, "--data");
    assertTold(axial("nonsense"), 2, "nonsense");
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldBeforeAnyWork() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "here first");
    assertTold(
        axial(train("fsm", "--out", file.resolve("run").toString())), 4, "cannot be written");
    Path full = Files.createDirectories(temp.resolve("full"));
    Files.writeString(full.resolve("mine"), "x");
    assertTold(axial(train("fsm", "--out", full.toString())), 4, "not empty");
    assertThat(full.resolve("mine")).hasContent("x");
    assertThat(full).isDirectoryNotContaining(f -> !f.endsWith("mine"));
  }

  @Test
  void twoFilesOfOneBundleAreToldAndOneIsUsed() throws Exception {
    Path plugins = Files.createDirectories(temp.resolve("workspace/plugins"));
    try (Stream<Path> jars = Files.list(Axial.bundles())) {
      Path zoo =
          jars.filter(f -> f.getFileName().toString().startsWith("axial.zoo")).findFirst().get();
      Files.copy(zoo, plugins.resolve("copy.jar"), StandardCopyOption.REPLACE_EXISTING);
    }
    Cli.Result result = axial("model", "final");
    assertTold(result, 0, "axial.zoo 0.1.0 is there twice", "Total params: 3,040,577");
  }

  @Test
  void withoutAModelTheDefaultIsTrainedByItsRecipe() throws Exception {
    Path out = temp.resolve("run");
    String[] words =
        Stream.of(Stream.of("train"), Arrays.stream(SMALL), Stream.of("--out", out.toString()))
            .flatMap(s -> s)
            .toArray(String[]::new);
    assertThat(axial(words).code()).isZero();
    assertThat(Files.readString(out.resolve("spec.json")))
        .contains("\"id\" : \"compact\"", "\"id\" : \"cosine\"", "\"balancedClasses\" : true");
    Cli.Result shown = axial("model", "compact");
    assertThat(shown.output()).contains("Its recipe", "run.schedules", "cosine", "Total params");
    assertThat(axial("train", "--help").output()).contains("[MODEL]", "Default: compact");
  }

  @Test
  void theSameSeedGivesTheSameRunBitForBit() throws Exception {
    Path a = temp.resolve("a");
    Path b = temp.resolve("b");
    assertThat(axial(train("final", "--seed", "7", "--out", a.toString())).code()).isZero();
    assertThat(axial(train("final", "--seed", "7", "--out", b.toString())).code()).isZero();
    for (String file :
        List.of("manifest.jsonl", "split.json", "predictions.csv", "evaluation.json")) {
      assertThat(b.resolve(file)).hasSameBinaryContentAs(a.resolve(file));
    }
    assertThat(withoutTimes(b)).isEqualTo(withoutTimes(a));
    assertThat(explanations(b)).isEqualTo(explanations(a)).isNotEmpty();
    assertThat(b.resolve("model.zip")).hasSameBinaryContentAs(a.resolve("model.zip"));
  }

  private Cli.Result withThreads(String threads, String... arguments) throws Exception {
    ProcessBuilder builder =
        Cli.command(Path.of(System.getProperty("java.home")), temp.resolve("workspace"), arguments);
    builder.environment().put("OMP_NUM_THREADS", threads);
    return Cli.run(builder);
  }

  @Test
  void aRepeatedRunIsBitEqualAndAnotherNumberOfThreadsIsNamed() throws Exception {
    Path first = temp.resolve("first");
    assertThat(withThreads("2", train("fsm", "--out", first.toString())).code()).isZero();
    Cli.Result equal = withThreads("2", "repeat", first.toString());
    assertThat(equal.code()).as(equal.output()).isZero();
    assertThat(equal.output())
        .contains("Bit-equal: every result is the same.")
        .containsPattern("explain +explanations +equal");
    Cli.Result other = withThreads("1", "repeat", first.toString());
    assertThat(other.output()).contains("threads: engine.threads", "2 then, 1 now");
    assertThat(other.code())
        .as(other.output())
        .isEqualTo(other.output().contains("Not bit-equal") ? 7 : 0);
  }

  @Test
  void theNotebooksProtocolIsStampedAndShowsBothScores() throws Exception {
    for (int i = 0; i < 30; i++) {
      image((i % 2 == 0 ? "no/" : "yes/") + i + ".png", i % 10 + 1);
    }
    Path out = temp.resolve("workspace/runs/naive");
    Cli.Result naive =
        axial(
            "train",
            "fsm",
            "--data",
            temp.resolve("scans").toString(),
            "--protocol",
            "notebook",
            "--epochs",
            "1",
            "--set",
            "run.input=16x16x1",
            "--set",
            "run.explain=0",
            "--out",
            out.toString());
    assertThat(naive.code()).as(naive.output()).isZero();
    assertThat(naive.output())
        .contains("LEAKY: 100 % of the test images", "network, naive", "There is no clean score");
    assertThat(out.resolve("naive-and-clean.json")).content().contains("\"naive\" : {");
    assertThat(out.resolve("report.html")).content().contains("class=\"leak\">LEAKY: 100 %");
    assertThat(axial("runs").output()).contains("LEAKY: 100 % of the test");
    assertThat(axial("evaluate", out.toString()).output()).contains("LEAKY: 100 %");
    assertTold(axial(train("fsm", "--protocol", "notebook")), 2, "stratified.", "has no effect");
  }

  @Test
  void aTrainedModelIsExportedOnceAndWhatIsWrongIsTold() throws Exception {
    Path out = temp.resolve("trained");
    Cli.Result trained = axial(train("fsm", "--out", out.toString()));
    assertThat(trained.output()).contains("Predicted by onnx (");
    Cli.Result exported = axial("export", out.toString(), "--format", "onnx");
    assertThat(exported.code()).as(exported.output()).isZero();
    assertThat(exported.output()).contains(out.resolve("trained.onnx").toString());
    byte[] first = Files.readAllBytes(out.resolve("trained.onnx"));
    assertTold(axial("export", out.toString(), "--format", "onnx"), 4, "is there already", "--to");
    Path other = temp.resolve("other.onnx");
    String[] again = {"export", out.toString(), "--format", "onnx", "--to", other.toString()};
    assertThat(axial(again).code()).isZero();
    assertThat(other).hasBinaryContent(first);
    assertTold(
        axial("export", out.toString(), "--format", "tf"), 2, "no model exporter \"tf\"", "onnx");
    assertTold(axial("export", "nowhere", "--format", "onnx"), 2, "no run in nowhere");
    Files.delete(out.resolve("model.zip"));
    assertTold(axial("export", out.toString(), "--format", "onnx"), 2, "no trained model yet");
    Cli.Result doctor = axial("doctor");
    assertThat(doctor.output()).contains("onnx backend", "ONNX Runtime 1.29.0", "onnx threads");
  }

  @Test
  void aPreviewShowsWhatARunTrainsOnAndWhatIsWrongIsTold() throws Exception {
    Path sheet = temp.resolve("sheet.png");
    String[] preview = {
      "preview",
      "phantom",
      "--set",
      "phantom.patients=24",
      "--set",
      "run.input=32x40x1",
      "--augmenters",
      "keras,elastic",
      "--set",
      "keras.rotation=30",
      "--set",
      "keras.vertical-flip=true",
      "--count",
      "3",
      "--images",
      "2",
      "--out",
      sheet.toString()
    };
    Cli.Result result = axial(preview);
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output())
        .contains("keras, rotation 30, vertical-flip true", "elastic", "(tumour)", "(no tumour)")
        .contains("Caution: The augmenter keras swaps top and bottom", sheet.toString());
    BufferedImage picture = ImageIO.read(sheet.toFile());
    assertThat(picture.getWidth()).isGreaterThan(4 * 160);
    assertThat(picture.getHeight()).isGreaterThan(2 * 128);
    assertTold(axial(preview), 4, "is there already", "--out");
    assertTold(axial("preview", "phantom", "--count", "0"), 2, "0 variations", "1 to 50");
    assertTold(axial("preview", "phantom", "--augmenters", "none"), 2, "no augmenter to preview");
    assertTold(axial("preview", "phantom", "--augmenters", "karas"), 2, "\"karas\"", "keras");
    assertTold(
        axial("preview", "phantom", "--augmenters", "keras", "--set", "keras.zoom=a"),
        2,
        "\"a\"",
        "1 to 2 numbers");
  }

  @Test
  void aRunWithStandardizersUsesThemAgainAndIsNotExported() throws Exception {
    Path out = temp.resolve("standardized");
    Cli.Result trained =
        axial(
            train(
                "fsm",
                "--set",
                "run.standardizers=featurewise",
                "--set",
                "run.augmenters=keras,intensity,cutout",
                "--set",
                "keras.vertical-flip=true",
                "--out",
                out.toString()));
    assertThat(trained.code()).as(trained.output()).isZero();
    assertThat(trained.output()).contains("swaps top and bottom");
    assertThat(out.resolve("data.json")).content().contains("swaps top and bottom");
    assertThat(out.resolve("standardizers.json")).content().contains("\"featurewise\"", "\"mean\"");
    String predictions = Files.readString(out.resolve("predictions.csv"));
    assertThat(axial("evaluate", out.toString()).code()).isZero();
    assertThat(out.resolve("predictions.csv")).hasContent(predictions);
    assertTold(
        axial("export", out.toString(), "--format", "onnx"),
        2,
        "needs its images standardized (featurewise)",
        "run.standardizers=none");
    Files.delete(out.resolve("standardizers.json"));
    assertTold(axial("evaluate", out.toString()), 3, "standardizers.json is missing");
    assertTold(
        axial(train("fsm", "--set", "run.standardizers=zca", "--set", "run.input=51x50x1")),
        2,
        "zca cannot whiten images of 51x50x1",
        "2,500");
  }

  @Test
  void aProfileTellsWhereAStepsTimeGoesLayerByLayer() throws Exception {
    Cli.Result profile =
        axial("profile", "residual", "--input", "20x22x1", "--batch", "4", "--steps", "3");
    assertThat(profile.code()).as(profile.output()).isZero();
    assertThat(profile.output())
        .contains(
            "BatchNormalization",
            "Residual",
            "GlobalAveragePooling2D",
            "images, loss and optimiser",
            "A step of 4 images takes");
    assertTold(axial("profile", "final", "--batch", "0"), 2, "--batch cannot be 0");
    assertTold(axial("profile", "nothing"), 2, "\"nothing\"");
    assertThat(axial("doctor").output()).contains("Axial's, on oneDNN", "dl4j threads");
  }

  private static String withoutTimes(Path run) throws IOException {
    return Files.readString(run.resolve("checkpoint/history.json"))
        .replaceAll("\"seconds\" : [^\n]*", "")
        .replaceAll("\"times\" : \\{[^}]*\\}", "");
  }

  private static List<String> explanations(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run.resolve("explanations"))) {
      return files
          .filter(f -> f.endsWith("explanation.json"))
          .sorted()
          .map(
              f -> {
                try {
                  return Files.readString(f);
                } catch (IOException broken) {
                  throw new java.io.UncheckedIOException(broken);
                }
              })
          .toList();
    }
  }

  @Test
  void ctrlCLeavesARunThatCanBeResumedEvaluatedAndExplained() throws Exception {
    Path out = temp.resolve("stopped");
    Process process =
        Cli.command(
                Path.of(System.getProperty("java.home")),
                temp.resolve("workspace"),
                train("fsm", "--epochs", "200", "--out", out.toString()))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("epoch  2/")) {
        line = lines.readLine();
      }
      process.toHandle().destroy(); // SIGTERM, which the JVM handles as SIGINT
      String rest = String.join("\n", lines.lines().toList());
      assertThat(rest).contains("Stopped. Go on with");
    }
    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(out.resolve("status.json")).content().contains("STOPPED");
    Cli.Result resumed = axial("resume", out.toString());
    assertThat(resumed.code()).as(resumed.output()).isZero();
    assertThat(axial("evaluate", out.toString()).output()).contains("macro avg");
    assertThat(axial("explain", out.toString()).output()).contains("region");
    assertThat(out.resolve("report.html")).content().contains("not a medical device");
  }

  @Test
  void aThresholdForARecallStaysAndRunsAreCompared() throws Exception {
    Path first = temp.resolve("first");
    Path second = temp.resolve("second");
    String many = "phantom.patients=60";
    Cli.Result trained =
        axial(train("fsm", "--set", many, "--recall", "0.9", "--out", first.toString()));
    assertThat(trained.code()).as(trained.output()).isZero();
    assertThat(trained.output())
        .contains(
            "chosen on the validation part for a recall of 0.9",
            "95 % interval",
            "frozen: there it finds");
    assertThat(first.resolve("predictions-validation.csv")).exists();
    String threshold = Files.readString(first.resolve("threshold.json"));
    assertThat(axial("evaluate", first.toString()).code()).isZero();
    assertThat(first.resolve("threshold.json")).hasContent(threshold);
    assertThat(axial(train("fsm", "--set", many, "--out", second.toString())).code()).isZero();
    Path csv = temp.resolve("comparison.csv");
    Cli.Result compared =
        axial("compare", first.toString(), second.toString(), "--csv", csv.toString());
    assertThat(compared.code()).as(compared.output()).isZero();
    assertThat(compared.output())
        .contains("asked otherwise", "run.recall", "second less first", "McNemar")
        .contains("not a medical device");
    assertThat(csv).content().startsWith("kind,name,run,against,value,low,high,p");
    assertTold(
        axial("compare", first.toString(), second.toString(), "--csv", csv.toString()),
        4,
        "comparison.csv");
    assertTold(axial("compare", first.toString(), first.toString()), 2, "named twice");
    assertTold(
        axial("compare", first.toString(), temp.resolve("none").toString()), 2, "There is no run");
  }

  @Test
  void explainersAreChosenScoredAndComparedSideBySide() throws Exception {
    Path out = temp.resolve("explained");
    Cli.Result trained = axial(train("fsm", "--out", out.toString()));
    assertThat(trained.code()).as(trained.output()).isZero();
    Cli.Result score =
        axial(
            "explain",
            out.toString(),
            "--score",
            "--count",
            "2",
            "--explainers",
            "lime,occlusion",
            "--set",
            "lime.segmenter=slic",
            "--set",
            "occlusion.fill=black");
    assertThat(score.code()).as(score.output()).isZero();
    assertThat(score.output())
        .contains("explainer", "hits", "IoU", "centre of the image")
        .containsPattern("lime +2 ")
        .containsPattern("occlusion +2 ")
        .contains("not a medical device");
    assertThat(out.resolve("localization.csv")).content().hasLineCount(5);
    assertThat(out.resolve("report.html"))
        .content()
        .contains("How well they point at the finding", "regions of occlusion in a random order");
    String source = Files.readAllLines(out.resolve("predictions.csv")).get(1).split(",")[1];
    Cli.Result one =
        axial("explain", out.toString(), source, "--explainers", "lime", "--class", "tumour");
    assertThat(one.code()).as(one.output()).isZero();
    assertThat(one.output())
        .contains(source + ": called", "\"tumour\" has probability", "R² of the local model")
        .contains("Stability: repeats share");
    assertTold(axial("explain", out.toString(), "--class", "cyst"), 2, "cyst", "no tumour, tumour");
    assertTold(axial("explain", out.toString(), "--explainers", "grad"), 2, "grad", "occlusion");
    assertTold(
        axial("explain", out.toString(), "--set", "lime.samples=3"),
        2,
        "no setting samples",
        "num-samples");
    assertTold(axial("explain", out.toString(), source, "--score"), 2, "--score chooses");
    assertTold(axial("explain", out.toString(), "--score", "--count", "0"), 2, "--count");
  }

  @Test
  void itRunsOnTheSecondJdkWithoutWarnings() throws Exception {
    Optional<Path> second = SecondJdk.find();
    assumeTrue(second.isPresent(), "skipped: there is no second JDK beside this one");
    Cli.Result result =
        Cli.run(
            Cli.command(
                second.get(),
                temp.resolve("workspace"),
                train("final", "--out", temp.resolve("jdk").toString())));
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output()).doesNotContain("WARNING", "Exception").contains("macro avg");
  }
}
