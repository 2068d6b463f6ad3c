package axial.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Dataset;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Settings;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {

  private final FolderSource source = new FolderSource();

  @TempDir Path folder;

  private void image(String path) throws IOException {
    image(path, path.endsWith("png") ? "png" : "jpg");
  }

  private void image(String path, String format) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(path.length() % 9, 3, 0, Math.floorMod(path.hashCode(), 256));
    ImageIO.write(image, format, file.toFile());
  }

  private Dataset open(String... settings) {
    Map<String, String> chosen = new TreeMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      chosen.put(settings[i], settings[i + 1]);
    }
    return source.open(
        folder.toString(), Settings.of("folder", source.settings(), chosen), Progress.none());
  }

  private static List<String> classes(Dataset dataset) {
    return dataset.samples().stream()
        .map(s -> s.source() + " " + dataset.labels().name(s.label()))
        .toList();
  }

  private static void assertProblem(ThrowingCallable call, Problem.Kind kind, String words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(kind))
        .hasMessageContaining(words);
  }

  @Test
  void noAndYesBecomePlainClassesWhateverTheOrder() throws IOException {
    image("yes/deep/er/a.png");
    image("no/b.jpg");
    Dataset dataset = open();
    assertThat(dataset.labels().names()).containsExactly("no tumour", "tumour");
    assertThat(dataset.labels().positiveName()).isEqualTo("tumour");
    assertThat(classes(dataset)).containsExactly("no/b.jpg no tumour", "yes/deep/er/a.png tumour");
    Sample sample = dataset.samples().get(0);
    assertThat(sample.group()).isEqualTo("no/b.jpg");
    assertThat(sample.attributes())
        .containsEntry("width", "9")
        .containsEntry("height", "7")
        .containsEntry("format", "jpeg")
        .containsEntry("bytes", Long.toString(Files.size(folder.resolve("no/b.jpg"))));
    assertThat(dataset.pixels().read(sample).contentId()).isEqualTo(sample.id());
  }

  @Test
  void kindsOfTumourStayClassesAndTheHealthyOneComesFirst() throws IOException {
    image("glioma_tumor/a.jpg");
    image("no_tumor/b.jpg");
    image("pituitary_tumor/c.jpg");
    assertThat(open().labels().names())
        .containsExactly("no tumour", "glioma_tumor", "pituitary_tumor");
    assertThat(classes(open("classes", "no_tumor=none,glioma_tumor=some,pituitary_tumor=some")))
        .containsExactly(
            "glioma_tumor/a.jpg some", "no_tumor/b.jpg none", "pituitary_tumor/c.jpg some");
  }

  @Test
  void namesThatAreNotAllKnownStayAsTheyAre() throws IOException {
    image("normal/a.jpg");
    image("stroke/b.jpg");
    assertThat(open().labels().names()).containsExactly("normal", "stroke");
    assertThat(open().labels().positiveName()).isEqualTo("stroke");
    assertThat(open("positive", "normal").labels().positiveName()).isEqualTo("normal");
    assertProblem(() -> open("positive", "tumour"), Problem.Kind.USAGE, "\"tumour\" is not among");
  }

  @Test
  void theNearestNamedFolderDecidesAndTheRestIsLeftOut() throws IOException {
    image("site 1/sick/left/a.png");
    image("site 1/sick/b.png");
    image("site 1/well/c.png");
    image("site 1/old/sick/d.png");
    image("elsewhere/e.png");
    Files.writeString(
        folder.resolve(ClassRules.FILE),
        "# rules\nsite 1 = healthy\nsick = tumour\nleft=-\npositive = healthy\n");
    Dataset dataset = open();
    assertThat(classes(dataset))
        .containsExactly(
            "site 1/old/sick/d.png tumour",
            "site 1/sick/b.png tumour",
            "site 1/well/c.png healthy");
    assertThat(dataset.labels().positiveName()).isEqualTo("healthy");
    assertThat(dataset.leftOut())
        .extracting(LeftOut::source)
        .containsExactly("elsewhere/e.png", "site 1/sick/left/a.png");
  }

  @Test
  void aRuleThatOnlyLeavesOutKeepsTheFoldersNames() throws IOException {
    image("cat/a.png");
    image("dog/b.png");
    image("dog/old/c.png");
    Dataset dataset = open("classes", "old=-");
    assertThat(classes(dataset)).containsExactly("cat/a.png cat", "dog/b.png dog");
  }

  @Test
  void badRulesAreProblemsThatQuoteThem() throws IOException {
    image("no/a.png");
    assertProblem(() -> open("classes", "x;no=a"), Problem.Kind.USAGE, "class rule");
    assertProblem(() -> open("classes", "a=no;b=no"), Problem.Kind.USAGE, "name the folder no");
    assertProblem(() -> open("classes", "no"), Problem.Kind.USAGE, "class rule \"no\"");
    assertProblem(() -> open("classes", "no=a,no=b"), Problem.Kind.USAGE, "name the folder no");
    Files.write(folder.resolve(ClassRules.FILE), new byte[] {'a', (byte) 0xFF, '=', 'b'});
    assertProblem(this::open, Problem.Kind.INPUT, "class rules in");
  }

  @Test
  void whatIsNoUsableImageIsLeftOutWithAReasonAndTheRestGoesOn() throws IOException {
    image("no/good.png");
    image("yes/good.jpg");
    image("yes/.hidden.jpg");
    image(".git/x.png");
    image("loose.png");
    Files.writeString(folder.resolve("no/readme.txt"), "text");
    Files.writeString(folder.resolve("no/text.jpg"), "text");
    byte[] whole = Files.readAllBytes(folder.resolve("yes/good.jpg"));
    Files.write(folder.resolve("yes/cut.jpg"), Arrays.copyOf(whole, whole.length - 30));
    Files.createSymbolicLink(folder.resolve("no/link.png"), folder.resolve("no/good.png"));
    Files.createSymbolicLink(folder.resolve("no/up"), folder);
    Dataset dataset = open();
    assertThat(dataset.samples()).hasSize(2);
    assertThat(dataset.leftOut())
        .extracting(left -> left.source() + ": " + left.reason())
        .containsExactly(
            ".git: It is a hidden folder.",
            "loose.png: It is in no class folder, or a rule leaves it out.",
            "no/link.png: It is a symbolic link.",
            "no/readme.txt: Its name does not end in .jpg, .jpeg, .jpe or .png.",
            "no/text.jpg: The image no/text.jpg cannot be used: it is neither a JPEG nor a PNG.",
            "no/up: It is a symbolic link.",
            "yes/.hidden.jpg: It is a hidden file.",
            "yes/cut.jpg: The image yes/cut.jpg cannot be used: its JPEG data is damaged, cut"
                + " short, or of a kind that Java cannot read.");
  }

  @Test
  void aNameThatLiesAboutTheFormatIsNoted() throws IOException {
    image("no/a.jpg", "png");
    image("yes/b.jpg");
    assertThat(open().notes())
        .containsExactly(
            "1 file is of another format than the name says, and read all the same: no/a.jpg"
                + " (PNG).");
  }

  @Test
  void patternAndFolderNameGroups() throws IOException {
    image("no/p1_a.png");
    image("no/p1_b.png");
    image("yes/p1_c.png");
    image("yes/other.png");
    assertThat(open("group", "(p\\d+)_").samples())
        .extracting(Sample::group)
        .containsExactly("p1", "p1", "yes/other.png", "p1");
    assertThat(open("group", "(p\\d+)_").notes())
        .singleElement()
        .asString()
        .contains("matches 3 of 4 images");
    assertThat(open("group", "folder").samples())
        .extracting(Sample::group)
        .containsExactly("no", "no", "yes", "yes");
  }

  @Test
  void badPatternsAreProblems() throws IOException {
    image("no/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png");
    image("yes/b.png");
    assertProblem(() -> open("group", "(a"), Problem.Kind.USAGE, "no regular expression");
    assertProblem(() -> open("group", "abc"), Problem.Kind.USAGE, "no parentheses");
    assertProblem(() -> open("group", "((a|a)+)+!"), Problem.Kind.USAGE, "takes too long");
  }

  @Test
  void severalFoldersMakeOneDataSetWithClassesByRules() throws IOException {
    image("scans (2018)/no/1.png");
    image("scans (2018)/yes/2.png");
    image("more/Training/no_tumor/1.png");
    image("more/Training/glioma_tumor/gg (1).png");
    image("more/Training/glioma_tumor/notes.png", "bmp");
    String address = join("scans (2018)", "more/Training");
    Dataset dataset =
        openAt(
            address, Map.of("classes", "no=no,no_tumor;yes=yes,glioma_tumor", "group", "range:5"));
    assertThat(classes(dataset))
        .containsExactly(
            "Training/glioma_tumor/gg (1).png yes",
            "Training/no_tumor/1.png no",
            "scans (2018)/no/1.png no",
            "scans (2018)/yes/2.png yes");
    assertThat(dataset.name()).isEqualTo("scans (2018) + Training");
    assertThat(dataset.address()).isEqualTo(address);
    assertThat(dataset.samples())
        .extracting(s -> s.attributes().get("source"))
        .containsExactly("Training", "Training", "scans (2018)", "scans (2018)");
    assertThat(dataset.samples())
        .extracting(Sample::group)
        .containsExactly(
            "Training/glioma_tumor/gg (1-5",
            "Training/no_tumor/1-5",
            "scans (2018)/no/1-5",
            "scans (2018)/yes/1-5");
    assertThat(dataset.leftOut())
        .extracting(LeftOut::source)
        .containsExactly("Training/glioma_tumor/notes.png");
    for (Sample sample : dataset.samples()) {
      assertThat(dataset.pixels().read(sample).contentId()).isEqualTo(sample.id());
    }
  }

  @Test
  void foldersOfOneNameAreToldApartAndOneFolderHasNoPrefix() throws IOException {
    image("a/scans/no/1.png");
    image("b/scans/yes/1.png");
    assertThat(openAt(join("a/scans", "b/scans"), Map.of()).samples())
        .extracting(Sample::source)
        .containsExactly("scans-2/yes/1.png", "scans/no/1.png");
    image("a/scans/yes/1.png");
    assertThat(openAt(join("a/scans"), Map.of()).samples())
        .extracting(Sample::source)
        .containsExactly("no/1.png", "yes/1.png");
  }

  @Test
  void aPathSeparatorInTheNameOfOneFolderJoinsNothing() throws IOException {
    image("a" + File.pathSeparator + "b/no/1.png");
    image("a" + File.pathSeparator + "b/yes/1.png");
    assertThat(openAt(folder.resolve("a" + File.pathSeparator + "b").toString()).samples())
        .hasSize(2);
  }

  @Test
  void aTableNamesPatientsAcrossFolders() throws IOException {
    image("one/no/a.png");
    image("one/yes/b.png");
    image("two/yes/c.png");
    Path table = folder.resolve("p.csv");
    Files.writeString(table, "file;patient\none/no/a.png;P1\nc.png;P1\nyes/b.png;P2\n");
    assertThat(openAt(join("one", "two"), Map.of("group", "csv:" + table)).samples())
        .extracting(s -> s.source() + " " + s.group())
        .containsExactly("one/no/a.png P1", "one/yes/b.png P2", "two/yes/c.png P1");
  }

  @Test
  void foldersThatShareImagesAreRefused() throws IOException {
    image("one/no/a.png");
    image("one/yes/b.png");
    assertProblem(() -> openAt(join("one", "one"), Map.of()), Problem.Kind.USAGE, "given twice");
    assertProblem(() -> openAt(join("one", "one/yes"), Map.of()), Problem.Kind.USAGE, "lies in");
    assertProblem(() -> openAt(join("one", "gone"), Map.of()), Problem.Kind.INPUT, "no folder");
    assertProblem(
        () -> openAt(folder.resolve("one") + File.pathSeparator, Map.of()),
        Problem.Kind.INPUT,
        "There is no folder \"\"");
  }

  @Test
  void eachFolderHasItsOwnRuleFileAndTwoPositiveClassesAreAProblem() throws IOException {
    image("one/a/1.png");
    image("two/b/1.png");
    Files.writeString(folder.resolve("one").resolve(ClassRules.FILE), "a = well\npositive = ill\n");
    Files.writeString(folder.resolve("two").resolve(ClassRules.FILE), "b = ill\n");
    assertThat(classes(openAt(join("one", "two"), Map.of())))
        .containsExactly("one/a/1.png well", "two/b/1.png ill");
    Files.writeString(folder.resolve("two").resolve(ClassRules.FILE), "b = ill\npositive = well\n");
    assertProblem(
        () -> openAt(join("one", "two"), Map.of()), Problem.Kind.INPUT, "several positive classes");
  }

  private String join(String... folders) {
    return Arrays.stream(folders)
        .map(name -> folder.resolve(name).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Dataset openAt(String address, Map<String, String> settings) {
    return source.open(
        address, Settings.of("folder", source.settings(), settings), Progress.none());
  }

  @Test
  void unusableFoldersAreInputProblems() throws IOException {
    assertProblem(this::open, Problem.Kind.INPUT, "holds no image that can be used");
    image("only/a.png");
    assertProblem(this::open, Problem.Kind.INPUT, "only one class with images, \"only\"");
    Path file = folder.resolve("only/a.png");
    assertProblem(() -> openAt(file.toString()), Problem.Kind.INPUT, "is a file, not a folder");
    assertProblem(() -> openAt(folder + "/gone"), Problem.Kind.INPUT, "There is no folder");
    assertProblem(() -> openAt("a\0b"), Problem.Kind.INPUT, "is no folder");
  }

  @Test
  void aLinkToTheFolderOpensIt() throws IOException {
    image("data/no/a.png");
    image("data/yes/b.png");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("data"));
    assertThat(openAt(link.toString()).samples()).hasSize(2);
  }

  @Test
  void cancelEndsTheReading() throws IOException {
    image("no/a.png");
    image("yes/b.png");
    assertThatThrownBy(
            () ->
                source.open(
                    folder.toString(),
                    Settings.defaults("folder", source.settings()),
                    Progress.cancelledWhen(() -> true)))
        .isInstanceOf(CancelledException.class);
  }

  private Dataset openAt(String address) {
    return source.open(address, Settings.defaults("folder", source.settings()), Progress.none());
  }

  @Test
  void whatIsSentIsOpenedElsewhereAsTheSameSamples() throws IOException {
    for (String root : List.of("a/scans", "b/scans")) {
      image(root + "/healthy/1.png");
      image(root + "/ill/deep/2.jpg");
      Files.writeString(folder.resolve(root).resolve(ClassRules.FILE), "healthy=no\nill=yes\n");
    }
    String address = folder.resolve("a/scans") + File.pathSeparator + folder.resolve("b/scans");
    Settings settings = Settings.of("folder", source.settings(), Map.of());
    List<Sample> samples = source.open(address, settings, Progress.none()).samples();
    Path sent = folder.resolve("sent");
    for (Map.Entry<String, Path> file : source.files(address, samples).entrySet()) {
      Path to = sent.resolve(file.getKey());
      Files.createDirectories(to.getParent());
      Files.copy(file.getValue(), to);
    }
    String there = source.addressIn(sent, samples);
    assertThat(source.open(there, settings, Progress.none()).samples()).isEqualTo(samples);
    List<Sample> ofOne =
        source.open(folder.resolve("a/scans").toString(), settings, Progress.none()).samples();
    assertThat(source.addressIn(sent, ofOne)).isEqualTo(sent.toString());
  }

  @Test
  void anImageThatIsGoneCannotBeSent() throws IOException {
    image("no/1.png");
    image("yes/2.png");
    List<Sample> samples = open().samples();
    Files.delete(folder.resolve("yes/2.png"));
    assertProblem(
        () -> source.files(folder.toString(), samples), Problem.Kind.INPUT, "2.png is not there");
  }
}
