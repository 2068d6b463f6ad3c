package axial.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientTableTest {

  private static final List<String> SOURCES =
      List.of("no/1 no.jpeg", "no/a (2).jpg", "yes/1.jpg", "yes/deep/1.jpg");

  @TempDir Path folder;

  private Grouping.Groups groups(byte[] table) throws IOException {
    Path file = folder.resolve("patients, all.csv");
    Files.write(file, table);
    return Grouping.of("csv:" + file).of(SOURCES);
  }

  private Grouping.Groups groups(String table) throws IOException {
    return groups(table.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertTold(ThrowingCallable call, Problem.Kind kind, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(kind);
              assertThat(e.problem().text()).contains(words).hasSizeLessThan(1500);
            });
  }

  @Test
  void rowsNameImagesByPathOrByAFileNameThatIsUnique() throws IOException {
    Grouping.Groups groups =
        groups("file,patient\nyes/1.jpg,P1\n1 no.jpeg,P2\n.\\no\\a (2).jpg,P1\n");
    assertThat(groups.bySource())
        .isEqualTo(Map.of("yes/1.jpg", "P1", "no/1 no.jpeg", "P2", "no/a (2).jpg", "P1"));
    assertThat(groups.notes())
        .containsExactly(
            "patients, all.csv names the patient of 3 of 4 images; each of the other 1 counts as a"
                + " group of its own.");
  }

  @Test
  void aNameThatSeveralImagesHaveNeedsAPath() throws IOException {
    Grouping.Groups groups = groups("file,patient\n1.jpg,P1\ndeep/1.jpg,P2\n");
    assertThat(groups.bySource()).isEqualTo(Map.of("yes/deep/1.jpg", "P2"));
    assertThat(groups.notes())
        .anyMatch(note -> note.contains("1 of its rows name no image") && note.contains("1.jpg"));
  }

  @Test
  void fullPathsOfAnotherMachineNameImagesByTheirEnds() throws IOException {
    assertThat(groups("path,subject\nC:\\scans\\yes\\deep\\1.jpg,S9\n").bySource())
        .isEqualTo(Map.of("yes/deep/1.jpg", "S9"));
  }

  @Test
  void quotesLineEndsMarksAndSemicolonsAreThoseOfTheStandard() throws IOException {
    assertThat(
            groups(
                    "\uFEFF\"Patient ID\";\"weight; kg\";\"File\"\r\n"
                        + "\"Q\"\"1\"\"\";\"70\";\"no/1 no.jpeg\"\r\n"
                        + "\"two\nlines\";;no/a (2).jpg\r\n")
                .bySource())
        .isEqualTo(Map.of("no/1 no.jpeg", "Q\"1\"", "no/a (2).jpg", "two\nlines"));
    assertThat(groups("image\tgroup\nno/a (2).jpg\tg, 7\n").bySource())
        .isEqualTo(Map.of("no/a (2).jpg", "g, 7"));
  }

  @Test
  void rowsWithoutFileOrPatientAndUnknownRowsAreCounted() throws IOException {
    Grouping.Groups groups =
        groups("file,patient\n,P1\nyes/1.jpg,\nno/1 no.jpeg\nno/a (2).jpg,P2\nelse.jpg,P3\n\n");
    assertThat(groups.bySource()).isEqualTo(Map.of("no/a (2).jpg", "P2"));
    assertThat(groups.notes())
        .anyMatch(note -> note.contains("1 of 4 images"))
        .anyMatch(note -> note.contains("1 of its rows name no image") && note.contains("else.jpg"))
        .anyMatch(note -> note.contains("1 of its rows have no file and 2 no patient"));
  }

  @Test
  void aMissingColumnIsToldWithThoseThatThereAre() {
    assertTold(
        () -> groups("name,age\nyes/1.jpg,7\n"),
        Problem.Kind.INPUT,
        "no column for the file",
        "name, age",
        "filename");
    assertTold(
        () -> groups("file,age\nyes/1.jpg,7\n"),
        Problem.Kind.INPUT,
        "no column for the patient",
        "subject");
  }

  @Test
  void twoPatientsOfOneImageAreAProblem() {
    assertTold(
        () -> groups("file,patient\nyes/1.jpg,P1\nyes/1.jpg,P2\n"),
        Problem.Kind.INPUT,
        "yes/1.jpg",
        "P1 and P2");
    assertTold(
        () -> groups("file,patient\na (2).jpg,P1\nno/a (2).jpg,P2\n"),
        Problem.Kind.INPUT,
        "no/a (2).jpg",
        "P1 and P2");
  }

  @Test
  void aTableThatNamesNoImageIsAProblem() {
    assertTold(
        () -> groups("file,patient\nx.jpg,P1\n"), Problem.Kind.INPUT, "x.jpg", "no/1 no.jpeg");
    assertTold(() -> groups("file,patient\n"), Problem.Kind.INPUT, "no row");
    assertTold(() -> groups(""), Problem.Kind.INPUT, "no row");
  }

  @Test
  void hostileTablesEndInOneSentence() {
    String endless = "x".repeat(10 << 20);
    assertTold(() -> groups("file,patient\n" + endless), Problem.Kind.INPUT, "too long");
    assertTold(() -> groups(endless), Problem.Kind.INPUT, "too long");
    assertTold(() -> groups("file,patient\n\"" + endless), Problem.Kind.INPUT, "too long");
    assertTold(
        () -> groups("file,patient\n" + ",".repeat(10 << 20)), Problem.Kind.INPUT, "too long");
    assertTold(() -> groups(endless.replace('x', ',')), Problem.Kind.INPUT, "too long");
    assertTold(
        () -> groups(new byte[] {'f', 'i', 'l', 'e', ',', (byte) 0xE4, '\n'}),
        Problem.Kind.INPUT,
        "not in UTF-8");
    assertTold(() -> groups(new byte[4096]), Problem.Kind.INPUT, "no column for the file");
    assertTold(
        () -> groups("file,patient\n\"yes/1.jpg\"junk,P1\n"), Problem.Kind.INPUT, "quotation mark");
  }

  @Test
  void aLongHeadIsShortenedInTheMessage() {
    assertTold(
        () -> groups("column".repeat(1000) + ",patient\na,b\n"),
        Problem.Kind.INPUT,
        "no column for the file");
  }

  @Test
  void aMissingFileIsAProblemOfUse() {
    assertTold(
        () -> Grouping.of("csv:" + folder.resolve("gone.csv")), Problem.Kind.USAGE, "gone.csv");
    assertTold(() -> Grouping.of("csv:" + folder), Problem.Kind.USAGE, "There is no file");
    assertTold(() -> Grouping.of("csv:"), Problem.Kind.USAGE, "There is no file");
    assertTold(() -> Grouping.of("csv:a\0b"), Problem.Kind.USAGE, "is no file");
  }
}
