package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Curation;
import axial.data.Curations;
import axial.data.Dataset;
import axial.data.HoldOuts;
import axial.job.Choice;
import axial.job.Progress;
import axial.job.Seed;
import axial.run.Preparations;
import axial.run.RunCrates;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.Runs;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on images of one lab is packed there and made again in another, by what both type. */
class SentRunsTest {

  @TempDir Path temp;

  private Axial lab;

  @BeforeEach
  void start() throws Exception {
    lab = Axial.start(Files.createDirectories(temp.resolve("a")));
  }

  @AfterEach
  void stop() throws Exception {
    lab.close();
  }

  private void draw(String name, int seed) throws Exception {
    Path file = temp.resolve("a/scans").resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    Random random = new Random(seed);
    for (int i = 0; i < 256; i++) {
      picture.getRaster().setSample(i % 16, i / 16, 0, random.nextInt(256));
    }
    ImageIO.write(picture, "png", file.toFile());
  }

  /** Two folders with rules of their own, a table of patients, an edit, and a hold-out. */
  private RunRecord trained() throws Exception {
    StringBuilder patients = new StringBuilder("image;patient;remark\n");
    for (int i = 0; i < 48; i++) {
      String name = (i < 24 ? "old/" : "new/") + (i % 2 == 0 ? "healthy/" : "ill/") + i + ".png";
      draw(name, i);
      patients.append(name).append(";\"Patient \"\"").append(i / 4).append("\"\"\";private\n");
    }
    String rules = "healthy = no\nill = yes\n";
    Files.writeString(temp.resolve("a/scans/old/axial-classes.properties"), rules);
    Files.writeString(temp.resolve("a/scans/new/axial-classes.properties"), rules);
    Path table = Files.writeString(temp.resolve("a/patients.csv"), patients);
    String address = temp.resolve("a/scans/old") + File.pathSeparator + temp.resolve("a/scans/new");
    Map<String, String> set = new HashMap<>();
    set.put("folder.group", "csv:" + table);
    set.put("folder.edits", temp.resolve("a/edits.csv").toString());
    set.put("run.input", "16x16x1");
    set.put("run.explain", "0");
    set.put("train.epochs", "2");
    set.put("stratified.train", "0.5");
    set.put("stratified.validation", "0.25");
    set.put("stratified.test", "0.25");
    Curations curations = lab.service(Curations.class);
    curations.write(temp.resolve("a/edits.csv"), Curation.none());
    RunRequest request = new RunRequest("compact", address, set);
    Dataset all = lab.service(Preparations.class).open(request, Progress.none());
    curations.write(
        temp.resolve("a/edits.csv"), Curation.none().withExcluded(all.samples().get(0), "blurred"));
    Map<String, String> source = Map.of("group", "csv:" + table);
    lab.service(HoldOuts.class)
        .freeze("exam", all, new Choice("folder", source), List.of(), 0.2, new Seed(1));
    List<String> arguments = new ArrayList<>(List.of("train", "compact"));
    for (String folder : address.split(File.pathSeparator, -1)) {
      arguments.addAll(List.of("--data", folder));
    }
    set.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    arguments.addAll(List.of("--out", temp.resolve("a/made").toString()));
    Cli.Result made = Cli.axial(temp.resolve("a/workspace"), arguments.toArray(String[]::new));
    assertThat(made.code()).as(made.output()).isZero();
    return lab.service(Runs.class).open(temp.resolve("a/made"));
  }

  private Path packed(RunRecord run, boolean images) throws Exception {
    return lab.service(RunCrates.class)
        .pack(
            run.folder(),
            Optional.of(temp.resolve(images ? "with.zip" : "without.zip")),
            Files.writeString(temp.resolve("lock"), "# Axial extensions, format 1\n"),
            images,
            Progress.none());
  }

  /** What the other lab types; its workspace knows nothing of the first one's. */
  private Cli.Result repeat(Path sent, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("repeat", sent.toString()));
    arguments.addAll(List.of(more));
    return Cli.axial(temp.resolve("b/workspace"), arguments.toArray(String[]::new));
  }

  private static void assertBitEqual(Cli.Result repetition) {
    assertThat(repetition.code()).as(repetition.output()).isZero();
    assertThat(repetition.output()).contains("Bit-equal: every result is the same");
  }

  private static void delete(Path folder) throws Exception {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void aRunThatIsSentWithItsImagesIsRepeatedWithNothingElse() throws Exception {
    RunRecord run = trained();
    assertThat(run.data().orElseThrow().samples()).hasSizeBetween(30, 43);
    Path sent = packed(run, true);
    try (ZipFile zip = new ZipFile(sent.toFile())) {
      assertThat(zip.stream().filter(e -> e.getName().matches("images/.*png")))
          .hasSize(run.data().orElseThrow().samples().size());
      assertThat(zip.stream().map(Object::toString)).noneMatch(n -> n.contains("patients.csv"));
    }
    delete(temp.resolve("a/scans"));
    Files.delete(temp.resolve("a/patients.csv"));
    assertBitEqual(repeat(sent));
  }

  @Test
  void aRunThatIsSentWithoutImagesIsRepeatedWithThoseOfTheOtherLab() throws Exception {
    RunRecord run = trained();
    Path sent = packed(run, false);
    Path disk = Files.createDirectories(temp.resolve("b/disk"));
    Files.move(temp.resolve("a/scans/old"), disk.resolve("old"));
    Files.move(temp.resolve("a/scans/new"), disk.resolve("new"));
    Files.delete(temp.resolve("a/patients.csv"));
    Cli.Result nowhere = repeat(sent);
    assertThat(nowhere.code()).as(nowhere.output()).isEqualTo(3);
    assertThat(nowhere.output()).contains("There is no folder", "--data");
    String[] here = {
      "--data", disk.resolve("old").toString(), "--data", disk.resolve("new").toString()
    };
    assertBitEqual(repeat(sent, here));
    Files.delete(disk.resolve(run.split().orElseThrow().train().get(0).source()));
    Cli.Result changed = repeat(sent, here);
    assertThat(changed.code()).as(changed.output()).isEqualTo(3);
    assertThat(changed.output()).contains("1 image missing");
  }

  @Test
  void aRunWithAHoldOutIsRepeatedAtHome() throws Exception {
    RunRecord run = trained();
    Cli.Result again = Cli.axial(temp.resolve("a/workspace"), "repeat", run.folder().toString());
    assertBitEqual(again);
    assertThat(again.output()).contains("Bit-equal: every result is the same.");
  }

  @Test
  void anImageThatIsGoneIsNamedAndNothingIsPacked() throws Exception {
    RunRecord run = trained();
    String source = run.data().orElseThrow().samples().get(0).source();
    Files.delete(temp.resolve("a/scans").resolve(source));
    assertThatThrownBy(() -> packed(run, true)).hasMessageContaining(source);
    assertThat(temp.resolve("with.zip")).doesNotExist();
  }
}
