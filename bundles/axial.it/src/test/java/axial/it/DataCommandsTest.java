package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups, joined folders, folds, hold-outs and the pixel cache, as a user meets them. */
class DataCommandsTest {

  private static final List<String> SMALL =
      List.of(
          "--epochs", "1", "--batch", "16", "--set", "run.input=16x16x1", "--set", "run.explain=0");
  private static final List<String> PHANTOM =
      List.of("--data", "phantom", "--set", "phantom.patients=24", "--set", "phantom.slices=2");
  private static final List<String> EVEN =
      List.of(
          "--set",
          "stratified.train=0.5",
          "--set",
          "stratified.validation=0.25",
          "--set",
          "stratified.test=0.25");

  @TempDir Path temp;

  private Cli.Result axial(Object... arguments) throws Exception {
    return Cli.axial(temp.resolve("workspace"), flat(arguments));
  }

  private static String[] flat(Object... arguments) {
    return Arrays.stream(arguments)
        .flatMap(a -> a instanceof List<?> list ? list.stream() : Stream.of(a))
        .map(String::valueOf)
        .toArray(String[]::new);
  }

  private static void assertDone(Cli.Result result, String... parts) {
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output()).doesNotContain("\tat ", "null", "Exception");
    for (String part : parts) {
      assertThat(result.output()).contains(part);
    }
  }

  private static void assertTold(Cli.Result result, int code, String... parts) {
    assertThat(result.code()).as(result.output()).isEqualTo(code);
    assertThat(result.output()).contains(parts).doesNotContain("\tat ", "null", "Exception");
    assertThat(result.output().lines().filter(l -> l.startsWith("axial: "))).hasSize(1);
  }

  /** Numbered pictures in a folder, no two alike. */
  private void images(String folder, int count, int shade) throws IOException {
    Path path = Files.createDirectories(temp.resolve(folder));
    for (int i = 1; i <= count; i++) {
      BufferedImage picture = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
      for (int x = 0; x < 20; x++) {
        picture.getRaster().setSample(x, i % 20, 0, shade + x + i);
        picture.getRaster().setSample(i % 20, x, 0, shade + 2 * x);
      }
      picture.getRaster().setSample(i / 20, 0, 0, 255);
      ImageIO.write(picture, "png", path.resolve("gg (" + i + ").png").toFile());
    }
  }

  @Test
  void twoFoldersAreOneDataSetWithClassesAndGroupsByRules() throws Exception {
    images("scans 1/no", 30, 20);
    images("scans 1/yes", 30, 120);
    images("more (2)/no_tumor", 20, 40);
    images("more (2)/glioma", 20, 160);
    Path out = temp.resolve("out");
    Cli.Result result =
        axial(
            "train",
            "fsm",
            "--data",
            temp.resolve("scans 1"),
            "--data",
            temp.resolve("more (2)"),
            "--classes",
            "no=no,no_tumor;yes=yes,glioma",
            "--group",
            "range:5",
            EVEN,
            SMALL,
            "--out",
            out);
    assertDone(result, "100 images in 2 classes", "wanted 50/25/25 %", "truth \\ called  no  yes");
    assertThat(out.resolve("manifest.jsonl"))
        .content()
        .contains(
            "\"source\":\"scans 1/no/gg (7).png\"",
            "\"group\":\"scans 1/no/gg (6-10\"",
            "\"group\":\"more (2)/glioma/gg (16-20\"",
            "\"source\":\"more (2)\"");
    assertThat(out.resolve("split.json")).content().contains("\"wanted\"");
    Path elsewhere = Files.createDirectories(temp.resolve("a" + File.pathSeparator + "b"));
    assertTold(
        axial("train", "fsm", "--data", elsewhere, "--data", temp.resolve("scans 1")),
        2,
        "cannot be joined");
  }

  @Test
  void aTableOfPatientsGroupsAndWhatIsWrongWithItIsTold() throws Exception {
    images("scans/no", 12, 20);
    images("scans/yes", 12, 120);
    Path table = temp.resolve("patients (all).csv");
    StringBuilder rows = new StringBuilder("File;Patient\n");
    for (int i = 1; i <= 12; i++) {
      rows.append("no/gg (" + i + ").png;N" + i / 2 + "\nyes/gg (" + i + ").png;Y" + i / 2 + "\n");
    }
    Files.writeString(table, rows);
    Object[] train = {"train", "fsm", "--data", temp.resolve("scans"), EVEN, SMALL, "--group"};
    assertDone(
        axial(Stream.concat(Arrays.stream(train), Stream.of("csv:" + table)).toArray()),
        "patients (all).csv names the patient of 24 of 24 images.");
    Files.writeString(table, "a,b\n1,2\n");
    assertTold(
        axial(Stream.concat(Arrays.stream(train), Stream.of("csv:" + table)).toArray()),
        3,
        "no column for the file",
        "a, b");
    assertTold(
        axial(Stream.concat(Arrays.stream(train), Stream.of("range:none")).toArray()),
        2,
        "range:none");
  }

  @Test
  void foldsTestEachImageOnceAndAreNotMadeTwice() throws Exception {
    Path out = temp.resolve("folds");
    Object[] train = {"train", "fsm", PHANTOM, SMALL, "--folds", "3", "--out", out};
    Cli.Result result = axial(train);
    assertDone(
        result, "Fold 3 of 3", "standard deviation", "each of 48 images tested once", "fold-2");
    List<String> tested =
        Stream.of("fold-1", "fold-2", "fold-3")
            .flatMap(fold -> sources(out.resolve(fold).resolve("predictions.csv")))
            .toList();
    assertThat(tested).hasSize(48).doesNotHaveDuplicates();
    try (Stream<Path> files = Files.walk(out.resolve("fold-2"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Cli.Result again = axial(train);
    assertDone(again, "It is there already", "each of 48 images tested once");
    assertThat(again.output().lines().filter(l -> l.startsWith("It is there"))).hasSize(2);
    assertThat(pooled(again)).isEqualTo(pooled(result));
    assertTold(axial(flat(train, "--seed", "2")), 2, "holds a run of other settings");
    assertTold(axial("train", "fsm", PHANTOM, "--folds", "1"), 2, "from 2 to 100");
    assertTold(
        axial("train", "fsm", PHANTOM, "--folds", "3", "--set", "run.splitter=stratified"),
        2,
        "run.splitter");
  }

  private static Object[] flat(Object[] arguments, Object... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray();
  }

  private static String pooled(Cli.Result result) {
    return result.output().substring(result.output().indexOf("All folds together"));
  }

  private static Stream<String> sources(Path predictions) {
    try {
      return Files.readAllLines(predictions).stream().skip(1).map(row -> row.split(",", -1)[1]);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  @Test
  void stoppedFoldsGoOnWithTheSameCommand() throws Exception {
    Path out = temp.resolve("folds");
    String[] train =
        flat("train", "fsm", PHANTOM, SMALL, "--epochs", "60", "--folds", "2", "--out", out);
    Process process =
        Cli.command(
                Path.of(System.getProperty("java.home")), temp.resolve("workspace"), without(train))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("epoch  1/")) {
        line = lines.readLine();
      }
      process.toHandle().destroy();
      assertThat(String.join("\n", lines.lines().toList())).contains("The same command goes on");
    }
    assertThat(process.waitFor()).isEqualTo(130);
    assertDone(axial((Object[]) without(train)), "Going on with run fold-1", "tested once");
  }

  /** Picocli takes an option once: the later number of epochs is the one that is meant. */
  private static String[] without(String[] train) {
    List<String> list = new java.util.ArrayList<>(Arrays.asList(train));
    int first = list.indexOf("--epochs");
    list.remove(first);
    list.remove(first);
    return list.toArray(String[]::new);
  }

  @Test
  void whatIsFrozenIsNeverLearnedFromAndJudgedWithALog() throws Exception {
    Path early = temp.resolve("early");
    assertDone(axial("train", "fsm", PHANTOM, EVEN, SMALL, "--out", early));
    assertDone(
        axial("holdout", "freeze", "exam", PHANTOM, "--share", "0.25"),
        "Frozen as exam: 12 images to judge on",
        "25.0 %",
        "--holdout exam");
    assertTold(axial("holdout", "freeze", "exam", PHANTOM), 2, "exam", "already");
    assertTold(axial("holdout", "freeze", "../exam", PHANTOM), 2, "cannot be called");
    assertTold(axial("evaluate", early, "--holdout", "exam"), 2, "early learned from", "exam");
    Path late = temp.resolve("late");
    assertDone(
        axial("train", "fsm", PHANTOM, EVEN, SMALL, "--out", late),
        "Set aside before the split",
        "frozen in the hold-out exam");
    byte[] predictions = Files.readAllBytes(late.resolve("predictions.csv"));
    assertDone(
        axial("evaluate", late, "--holdout", "exam"),
        "12 images of the hold-out exam",
        "The hold-out exam was used 1 time so far");
    assertDone(
        axial("evaluate", late, "--holdout", "exam"),
        "was used 2 times",
        "says less about new data");
    assertThat(late.resolve("predictions.csv")).hasBinaryContent(predictions);
    assertDone(axial("holdout", "list"), "exam", "balanced_accuracy", "late");
    assertTold(axial("evaluate", late, "--holdout", "exma"), 2, "\"exma\"", "There are: exam.");
    assertTold(axial("holdout"), 2, "freeze or list");
  }

  @Test
  void aRunThatWasStoppedBeforeItsImagesWereFrozenDoesNotGoOn() throws Exception {
    Path out = temp.resolve("out");
    Process process =
        Cli.command(
                Path.of(System.getProperty("java.home")),
                temp.resolve("workspace"),
                without(flat("train", "fsm", PHANTOM, EVEN, SMALL, "--epochs", "90", "--out", out)))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("epoch  2/")) {
        line = lines.readLine();
      }
      process.toHandle().destroy();
      lines.lines().forEach(rest -> {});
    }
    assertThat(process.waitFor()).isEqualTo(130);
    assertDone(axial("holdout", "freeze", "exam", PHANTOM));
    assertTold(axial("resume", out), 2, "frozen in the hold-out exam", "Make a new run");
    Path file = temp.resolve("workspace/holdouts/exam.json");
    Files.writeString(file, Files.readString(file).replaceFirst("tumour", "no tumour"));
    assertTold(axial("train", "fsm", PHANTOM, EVEN, SMALL), 3, "was changed after it was frozen");
  }

  @Test
  void imagesAreKeptBetweenRunsAndChangeNothing() throws Exception {
    Path first = temp.resolve("first");
    Path second = temp.resolve("second");
    Path cache = temp.resolve("workspace/cache/pixels");
    Object[] train = {"train", "fsm", PHANTOM, EVEN, SMALL, "--out"};
    assertDone(axial(flat(train, first)));
    long kept = bytes(cache);
    assertThat(kept).isPositive();
    assertDone(axial(flat(train, second)));
    assertThat(bytes(cache)).isEqualTo(kept);
    for (String file : List.of("model.zip", "predictions.csv", "split.json")) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
    assertDone(axial("doctor"), "pixel cache", cache.toString());
    ProcessBuilder off =
        Cli.command(
            Path.of(System.getProperty("java.home")),
            temp.resolve("workspace"),
            flat(flat(train, temp.resolve("third"))));
    off.command().add(1, "-Daxial.pixel-cache=0");
    assertDone(Cli.run(off));
    assertThat(temp.resolve("third/model.zip")).hasSameBinaryContentAs(first.resolve("model.zip"));
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }
}
