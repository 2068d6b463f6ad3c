package axial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.job.CancelledException;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditReportTest {

  private static final String EVIL = "=<script>alert('1')</script>\", \u202Egnp\n";

  @TempDir Path folder;

  private String write(SampleAudit audit) throws IOException {
    Path page = new AuditReport().write(audit.audit(), folder, Progress.none());
    assertThat(page).isEqualTo(folder.resolve("audit.html"));
    return Files.readString(page);
  }

  private List<String> lines(String table) throws IOException {
    return List.of(Files.readString(folder.resolve(table)).split("\r\n", -1));
  }

  @Test
  void theSummaryComesFirstAfterWhatItMustNotBeUsedFor() throws IOException {
    String page = write(new SampleAudit("a ").exact());
    assertThat(page)
        .containsSubsequence(
            "<h1>Audit of a test</h1>",
            "Axial is research software, not a medical device",
            "What to worry about, and what to do next",
            "Worry:</b> a  is wrong.<p><b>Next:</b> Mend it.",
            "Fine:</b> The rest is fine.",
            "Images of a test",
            "<h2>Twins</h2>",
            "What plain memory scores",
            "40 drawn from 90",
            "What tells the class without a look at the picture",
            "tells the class</span><br>If 512x512: yes.",
            "What the source of a test says",
            "Left out (1)",
            "Twins by the finder near (limit 0.9). Seed 7.")
        .doesNotContain("Any image: yes.");
  }

  @Test
  void twinsAreSideBySideWithWhatTellsThemApart() throws IOException {
    String page = write(new SampleAudit("").exact().crossing().across());
    assertThat(page)
        .contains("3 groups of twins: 1 equal pixel by pixel, 2 alike.")
        .containsSubsequence(
            "Group 2: alike, different classes",
            "Group 3: alike, in both folders",
            "mirrored; phash 4, correlation 0.988",
            "Group 1: equal pixel by pixel",
            "the same pixels");
    assertThat(page.split("<img class=\"thumb\"", -1)).hasSize(1 + 6);
    assertThat(page)
        .contains("with a twin in the other folder", "<td class=\"number\">20.0 %</td>");
  }

  @Test
  void ofManyGroupsAndMembersTheRestIsInTheTable() throws IOException {
    SampleAudit many = new SampleAudit("");
    for (int i = 0; i < 50; i++) {
      many.exact();
    }
    many.exact(9);
    String page = write(many);
    assertThat(page).contains("The 40 that matter most are shown; all 51 are in groups.csv.");
    assertThat(page.split("<h3>Group", -1)).hasSize(1 + 40);
    assertThat(lines("groups.csv")).hasSize(1 + 50 * 2 + 9 + 1);
    assertThat(write(new SampleAudit("").exact(9))).contains("and 3 more, see groups.csv");
  }

  @Test
  void seriesAreCountedAndDrawnFromEvenly() throws IOException {
    SampleAudit many = new SampleAudit("");
    for (int i = 0; i < 30; i++) {
      many.series();
    }
    String page = write(many);
    assertThat(page)
        .contains("Same series?", "30 pairs.", "12 of them, evenly drawn, are shown")
        .contains("A slice is gone.");
    assertThat(page.split("<section class=\"together\"", -1)).hasSize(1 + 12);
    assertThat(lines("pairs.csv").get(1)).startsWith("series,,no,no,test,").endsWith(",-0.5");
  }

  @Test
  void picturesAreSmall() throws IOException {
    String page = write(new SampleAudit("").width(1000).exact());
    Matcher picture = Pattern.compile("data:image/png;base64,([^\"]*)").matcher(page);
    assertThat(picture.find()).isTrue();
    var drawn =
        ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(picture.group(1))));
    assertThat(drawn.getWidth()).isEqualTo(128);
    assertThat(drawn.getHeight()).isEqualTo(6);
    int[] greys = new int[128];
    for (int x = 0; x < greys.length; x++) {
      greys[x] = drawn.getRaster().getSample(x, 3, 0);
    }
    assertThat(greys).isSorted();
    assertThat(greys[64]).isBetween(126, 130);
  }

  @Test
  void nothingComesFromTheNetworkAndEveryNameIsEscaped() throws IOException {
    String page = write(new SampleAudit(EVIL).exact().crossing().across().series());
    assertThat(page).doesNotContain("<script", "alert('1')", "\u202E", "http:", "https:", "url(");
    assertThat(Pattern.compile("src=\"([^\"]*)").matcher(page).results().map(MatchResult::group))
        .isNotEmpty()
        .allMatch(source -> source.startsWith("src=\"data:image/png;base64,"));
  }

  @Test
  void aNameIsNoFormulaAndKeepsItsColumn() throws IOException {
    write(new SampleAudit("=cmd|' /C calc'!A0,\"x\"").exact().across());
    assertThat(lines("classes.csv").get(1))
        .startsWith("\"'=cmd|' /C calc'!A0,\"\"x\"\"test\",\"'=cmd")
        .endsWith(",10,9,8,1,0.1");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path table : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        assertThat(Files.readString(table))
            .as(table.toString())
            .doesNotContainPattern("(^|[\r\n,])\"?[=+@]");
      }
    }
  }

  @Test
  void theTablesHaveWhatThePageHas() throws IOException {
    write(new SampleAudit("").exact().crossing().across());
    assertThat(lines("groups.csv"))
        .contains(
            "group,kind,crosses_classes,crosses_parts,part,source,class,id,relation,phash,correlation",
            "2,near,yes,no,test,twin33.png,yes,twin3,mirrored,4.0,0.98765",
            "1,exact,no,no,test,exact01.png,no,exact0,the same pixels,,");
    assertThat(lines("pairs.csv"))
        .contains(
            "near,mirrored,no,yes,test,left44.png,yes,train,right00-other.png,yes,4.0,0.98765");
    assertThat(lines("shortcuts.csv").get(1))
        .startsWith("image size,0.8166")
        .endsWith(",0.75,yes,If 512x512: yes.");
    assertThat(lines("memoriser.csv").get(1))
        .startsWith("\"each image among all others, twins taken out\",40,40,90,0.8166");
    assertThat(lines("left-out.csv")).contains("test,notes.txt,It is not an image.");
    assertThat(lines("twins-across.csv"))
        .contains("test,exact00.png,no,exact0", "train,right00-other.png,yes,right0");
  }

  @Test
  void theSameAuditGivesTheSameBytes() throws IOException {
    String page = write(new SampleAudit("").crossing().across());
    assertThat(write(new SampleAudit("").crossing().across())).isEqualTo(page);
  }

  @Test
  void aFolderThatIsGoneIsTold() {
    assertThatThrownBy(
            () ->
                new AuditReport()
                    .write(
                        new SampleAudit("").exact().audit(),
                        folder.resolve("gone"),
                        Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("gone");
  }

  @Test
  void itEndsWhenItIsCancelled() {
    assertThatThrownBy(
            () ->
                new AuditReport()
                    .write(
                        new SampleAudit("").exact().audit(),
                        folder,
                        Progress.cancelledWhen(() -> true)))
        .isInstanceOf(CancelledException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
