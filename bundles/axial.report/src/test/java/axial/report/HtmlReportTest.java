package axial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Labels;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.ExplainedSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

  @TempDir Path folder;

  private String write(SampleRun run) throws IOException {
    Path file = folder.resolve("report.html");
    new HtmlReport().write(run.record(), List.of(run.explained()), SampleRun::image, file);
    return Files.readString(file);
  }

  @Test
  void saysBeforeTheResultThatItIsNoMedicalDevice() throws IOException {
    String page = write(SampleRun.clean());
    assertThat(page).contains("Axial is research software, not a medical device");
    assertThat(page.indexOf("not a medical device")).isLessThan(page.indexOf("Balanced accuracy"));
  }

  @Test
  void hasEverySection() throws IOException {
    String page = write(SampleRun.clean().failures(List.of("Evaluator x of bundle y 1.0 threw.")));
    assertThat(page)
        .contains("20300102-030405-final", "<h2>Result", "Balanced accuracy 80.0 %")
        .contains("Worst errors", "<h2>Training</h2>", "What the network looked at")
        .contains("<h2>Data</h2>", "Duplicate groups (1)", "Left out (1)", "It is not an image.")
        .contains("2 files named .jpg are PNG.", "What made it", "axial.zoo", "ab".repeat(32))
        .contains("cd".repeat(32), "Evaluator x of bundle y 1.0 threw.", "lime (num-samples 1000)");
  }

  @Test
  void namesFalseNegativesAndFalsePositives() throws IOException {
    assertThat(write(SampleRun.clean()))
        .contains("8 false negatives", "8 false positives", "called something else");
  }

  @Test
  void takesNothingFromTheNetwork() throws IOException {
    String page = write(SampleRun.clean());
    assertThat(page).doesNotContain("http:", "https:", "<script", "<link", "@import", "url(");
    Matcher sources = Pattern.compile("(?:src|href)=\"([^\"]*)").matcher(page);
    assertThat(sources.results().map(match -> match.group(1)))
        .isNotEmpty()
        .allMatch(source -> source.startsWith("data:image/png;base64,"));
  }

  @Test
  void escapesEveryNameThatComesFromData() throws IOException {
    String evil = "<script>alert('1')</script>\" & co \u202Egnp.exe\u0007";
    Labels labels = new Labels(List.of("no", evil), 1);
    SampleRun run =
        SampleRun.clean()
            .labels(labels)
            .evaluation(evil)
            .failures(List.of(evil))
            .leftOut(List.of(new LeftOut(evil, evil)));
    String page = write(run);
    assertThat(page)
        .doesNotContain("<script", "<i>.png", "alert('1')")
        .contains(
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; &amp; co \uFFFDgnp.exe\uFFFD");
  }

  @Test
  void showsHowEachClassWasSharedOutBesideWhatWasWanted() throws IOException {
    String page = write(SampleRun.clean()).replaceAll(" class=\"number\"", "");
    assertThat(page)
        .contains(
            "<td>train</td><td>48 (48.0 %)</td><td>48 (48.0 %)</td><td>96 (48.0 %)</td><td>50.0 %</td>",
            "<td>test</td><td>40 (40.0 %)</td><td>40 (40.0 %)</td><td>80 (40.0 %)</td><td>40.0 %</td>");
  }

  @Test
  void aCleanRunShowsItsCertificateAndNoStamp() throws IOException {
    assertThat(write(SampleRun.clean()))
        .contains("✓ Leak certificate: No image content and no group is in two parts.")
        .contains("Near pairs were not looked for.")
        .doesNotContain("LEAKY", "class=\"leak\"");
  }

  @Test
  void aRunThatLeaksIsStampedAtTheTopAndInEverySectionOfResults() throws IOException {
    String page = write(SampleRun.clean().leaking());
    String stamp =
        "<p class=\"leak\">LEAKY: 1 % of the test images (1 of 80) have a twin in the training"
            + " part; the figures are too good.</p>";
    assertThat(page.indexOf(stamp)).isLessThan(page.indexOf("<h2>"));
    for (String section :
        List.of("Naive and clean", "Result", "Training", "Worst errors", "What the network")) {
      assertThat(page).containsPattern("<h2>" + section + "[^<]*</h2>\\s*" + Pattern.quote(stamp));
    }
  }

  @Test
  void listsWhatThePartsShare() throws IOException {
    assertThat(write(SampleRun.clean().leaking()))
        .contains("The parts share 1 image content, 1 near pair and 2 groups.")
        .contains("tumour/&lt;a&gt;.png (train) and tumour/test-1.png (test): mirrored, phash 4")
        .contains("<li>patient 2</li>", "3 pairs across the parts may be neighbouring slices")
        .doesNotContain("✓");
  }

  @Test
  void setsTheNaiveScoreBesideTheCleanOne() throws IOException {
    assertThat(write(SampleRun.clean().leaking()))
        .contains("<td>network, naive</td><td>80</td><td>0.800 (0.700 to 0.873)</td>")
        .contains("<td>network, clean</td><td>40</td>")
        .contains("no bundle offers a memoriser");
  }

  @Test
  void listsTheFirstTwoHundredAndCountsTheRest() throws IOException {
    List<LeftOut> many =
        IntStream.range(0, 250).mapToObj(i -> new LeftOut("file" + i + "!", "Broken.")).toList();
    assertThat(write(SampleRun.clean().leftOut(many)))
        .contains("Left out (250)", "file199!", "and 50 more")
        .doesNotContain("file200!");
  }

  @Test
  void tellsManyClassesApart() throws IOException {
    Labels four = new Labels(List.of("glioma", "meningioma", "no tumour", "pituitary"), 0);
    assertThat(write(SampleRun.clean().labels(four))).contains("a constant answer has 25.0 %");
  }

  @Test
  void drawsNothingWhenNothingWasTrained() throws IOException {
    assertThat(write(SampleRun.clean().epochs(0))).doesNotContain("<h2>Training</h2>");
  }

  @Test
  void saysWhatTheTimeOfTheTrainingWentTo() throws IOException {
    assertThat(write(SampleRun.clean()))
        .contains("The time went to: 93 % computing, 5 % validating, 1 % waiting for data");
  }

  @Test
  void saysWhatMemoryTheRunNeeded() throws IOException {
    assertThat(write(SampleRun.clean()))
        .contains("memory at most", "2,000 MiB in the process, 300 MiB of Java heap<");
  }

  @Test
  void drawsATrainingOfOneEpochAndOneOfHundreds() throws IOException {
    assertThat(write(SampleRun.clean().epochs(1))).contains("1 epoch.", "class=\"chart\"");
    assertThat(write(SampleRun.clean().epochs(300))).contains("300 epochs.", "class=\"chart\"");
  }

  @Test
  void putsBoundsBesideTheirFigure() throws IOException {
    assertThat(write(SampleRun.clean()))
        .contains("0.7000 to 0.8700")
        .doesNotContain("accuracy low", "accuracy high");
  }

  @Test
  void anImageThatCannotBeReadCostsItsPictureOnly() throws IOException {
    Path file = folder.resolve("report.html");
    SampleRun run = SampleRun.clean();
    new HtmlReport()
        .write(
            run.record(),
            List.of(),
            sample -> {
              throw ProblemException.of(
                  Problem.Kind.INPUT, sample.source() + " is gone.", "Bring it back.");
            },
            file);
    assertThat(Files.readString(file)).contains(".png is gone.", "What made it");
  }

  @Test
  void doesNotClaimToKnowTheTruthOfAnImageFromElsewhere() throws IOException {
    SampleRun run = SampleRun.clean();
    ExplainedSample own = run.explained();
    Sample stranger = new Sample("x", "elsewhere.png", 0, "elsewhere.png", Map.of());
    ExplainedSample lone =
        new ExplainedSample(
            stranger,
            own.image(),
            own.predicted(),
            own.explanation(),
            own.settings(),
            Optional.empty(),
            Optional.empty(),
            own.predictedBy());
    Path file = folder.resolve("report.html");
    new HtmlReport().write(run.record(), List.of(lone), SampleRun::image, file);
    assertThat(Files.readString(file))
        .contains("elsewhere.png", "Called &quot;tumour&quot;, not an image of this run.")
        .doesNotContain("true finding");
  }

  @Test
  void saysHowStableAnExplanationIsAndWhatSpeaksAgainstIt() throws IOException {
    assertThat(write(SampleRun.clean()))
        .contains("R² of the local model 0.91.")
        .contains("Stability: repeats share 1.8 of the top 3 regions, rank correlation 0.50")
        .contains("top 5 the same since sample 950 of 1,000.")
        .contains("<p class=\"doubt\">The three strongest regions change");
  }

  @Test
  void showsTheExplainersOfOneImageSideBySide() throws IOException {
    SampleRun run = SampleRun.clean();
    Path file = folder.resolve("report.html");
    List<ExplainedSample> both = List.of(run.explained("lime"), run.explained("occlusion"));
    new HtmlReport().write(run.record(), both, SampleRun::image, file);
    assertThat(Files.readString(file))
        .containsOnlyOnce("The scan as the network saw it</figcaption>")
        .containsPattern("lime: green for[^\\n]*\\n<figure>[^\\n]*occlusion: green for");
  }

  @Test
  void setsScoresBesideWhatChanceWouldScore() throws IOException {
    SampleRun run = SampleRun.clean();
    Path file = folder.resolve("report.html");
    List<ExplainedSample> two = List.of(run.explained(), run.explained());
    new HtmlReport().write(run.record(), two, SampleRun::image, file);
    assertThat(Files.readString(file))
        .contains("<td>lime</td><td>2</td><td>2 (95 % interval 34 to 100 %)</td>")
        .contains("<td>regions of lime in a random order</td>", "<td>a disc in the centre");
  }

  @Test
  void saysWhichEnginesPredicted() throws IOException {
    assertThat(write(SampleRun.clean()))
        .contains("<th>test part predicted by</th><td>onnx (80 images)</td>")
        .contains("<th>explainers answered by</th><td>dl4j (101 images), onnx (900 images)</td>");
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    assertThat(write(SampleRun.clean())).isEqualTo(write(SampleRun.clean()));
  }

  @Test
  void leavesNothingBesideTheReport() throws IOException {
    write(SampleRun.clean());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("report.html"));
    }
  }

  @Test
  void saysWhichReportCannotBeWritten() {
    Path file = folder.resolve("missing").resolve("report.html");
    SampleRun run = SampleRun.clean();
    assertThatThrownBy(
            () -> new HtmlReport().write(run.record(), List.of(), SampleRun::image, file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(file.toString());
  }
}
