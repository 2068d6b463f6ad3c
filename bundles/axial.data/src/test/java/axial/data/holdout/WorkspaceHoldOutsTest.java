package axial.data.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Dataset;
import axial.data.DuplicateGroup;
import axial.data.HoldOut;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceHoldOutsTest {

  private static final Choice SOURCE = new Choice("folder", Map.of("group", "range:5"));
  private static final Labels LABELS = new Labels(List.of("no", "yes"), 1);

  private static final PixelReader NO_PIXELS =
      new PixelReader() {
        @Override
        public Pixels read(Sample sample) {
          throw new IllegalStateException("Nobody looks at pixels here.");
        }

        @Override
        public Optional<Pixels> mask(Sample sample) {
          return Optional.empty();
        }
      };

  @TempDir Path folder;
  private final List<Sample> samples = new ArrayList<>();
  private final List<DuplicateGroup> duplicates = new ArrayList<>();

  private WorkspaceHoldOuts holdOuts() {
    return new WorkspaceHoldOuts(folder);
  }

  private Sample add(String id, int label, String group) {
    Sample sample = new Sample(id, "s" + samples.size(), label, group, Map.of());
    samples.add(sample);
    return sample;
  }

  /** Forty groups of three images, half of them of each class. */
  private void addForty() {
    for (int g = 0; g < 40; g++) {
      for (int i = 0; i < 3; i++) {
        add("g" + g + "i" + i, g % 2, "g" + g);
      }
    }
  }

  private HoldOut freeze(String name, double share) {
    Dataset dataset =
        new Dataset("d", "/data/scans", LABELS, samples, List.of(), List.of(), NO_PIXELS);
    return holdOuts().freeze(name, dataset, SOURCE, duplicates, share, new Seed(1));
  }

  private static void assertTold(ThrowingCallable call, Problem.Kind kind, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(kind);
              assertThat(e.problem().text()).contains(words);
            });
  }

  @Test
  void aShareOfEachClassIsDrawnInWholeGroups() {
    addForty();
    HoldOut exam = freeze("exam", 0.2);
    assertThat(exam.classes()).hasSize(24);
    assertThat(exam.classes().values().stream().filter("yes"::equals)).hasSize(12);
    Set<String> groups = new HashSet<>();
    samples.stream().filter(s -> exam.ids().contains(s.id())).forEach(s -> groups.add(s.group()));
    assertThat(samples.stream().filter(s -> groups.contains(s.group())).map(Sample::id))
        .containsExactlyInAnyOrderElementsOf(exam.ids());
  }

  @Test
  void itIsReadBackAsItWasFrozenBySomebodyElse() {
    addForty();
    HoldOut exam = freeze("exam", 0.2);
    HoldOut other = freeze("Other_2", 0.1);
    assertThat(holdOuts().find("exam")).isEqualTo(exam);
    assertThat(exam.source()).isEqualTo(SOURCE);
    assertThat(exam.data()).isEqualTo("/data/scans");
    assertThat(holdOuts().all()).containsExactly(other, exam);
  }

  @Test
  void theSeedAndTheDataDecideWhatIsDrawn() throws IOException {
    addForty();
    Set<String> first = freeze("exam", 0.2).ids();
    Files.delete(folder.resolve("exam.json"));
    assertThat(freeze("exam", 0.2).ids()).isEqualTo(first);
  }

  @Test
  void duplicatesOfFrozenImagesAreFrozenWithTheirGroupsAndJudgedOnce() {
    addForty();
    for (int g = 0; g < 40; g++) {
      Sample twin = add("twin" + g, g % 2, "t" + g);
      add("t" + g + " too", g % 2, "t" + g);
      duplicates.add(new DuplicateGroup(List.of(samples.get(3 * g), twin)));
      add("g" + g + "i1", g % 2, "x" + g);
    }
    HoldOut exam = freeze("exam", 0.2);
    for (int g = 0; g < 40; g++) {
      boolean frozen = exam.ids().contains("g" + g + "i0");
      for (String id : List.of("g" + g + "i1", "twin" + g, "t" + g + " too")) {
        assertThat(exam.ids().contains(id)).as(id).isEqualTo(frozen);
      }
      assertThat(exam.classes()).doesNotContainKey("twin" + g);
      assertThat(exam.companions().contains("twin" + g)).isEqualTo(frozen);
    }
  }

  @Test
  void anImageOfTwoClassesIsNeverJudgedButFrozenWithItsGroup() {
    addForty();
    for (int g = 0; g < 40; g++) {
      Sample odd = add("odd" + g, 0, "g" + g);
      duplicates.add(new DuplicateGroup(List.of(odd, add("odd" + g, 1, "alone" + g))));
    }
    HoldOut exam = freeze("exam", 0.2);
    assertThat(exam.classes().keySet()).noneMatch(id -> id.startsWith("odd"));
    assertThat(exam.companions()).hasSize(8).allMatch(id -> id.startsWith("odd"));
  }

  @Test
  void twoHoldOutsOfOneDataSetShareNothing() {
    addForty();
    Set<String> first = freeze("first", 0.5).ids();
    assertThat(freeze("second", 0.5).ids()).isNotEmpty().doesNotContainAnyElementsOf(first);
  }

  @Test
  void whatIsFrozenCannotBeLearnedFrom() {
    addForty();
    HoldOut exam = freeze("exam", 0.2);
    List<Sample> free = samples.stream().filter(s -> !exam.ids().contains(s.id())).toList();
    assertThatCode(() -> holdOuts().requireFree(free)).doesNotThrowAnyException();
    List<Sample> one = new ArrayList<>(free);
    String frozen = exam.ids().iterator().next();
    one.add(new Sample(frozen, "elsewhere/copy.png", 0, "new", Map.of()));
    assertTold(
        () -> holdOuts().requireFree(one),
        Problem.Kind.USAGE,
        "1 of the images",
        "elsewhere/copy.png",
        "exam");
    assertTold(() -> holdOuts().requireFree(samples), Problem.Kind.USAGE, "24 of the images");
  }

  @Test
  void anotherOfTheSameNameIsRefusedAndTheFirstStays() throws IOException {
    addForty();
    freeze("exam", 0.2);
    byte[] before = Files.readAllBytes(folder.resolve("exam.json"));
    assertTold(() -> freeze("exam", 0.5), Problem.Kind.USAGE, "exam", "already");
    assertThat(folder.resolve("exam.json")).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../x", "a/b", "a b", ".hidden", "x.uses", "a\0b", "-x"})
  void namesThatAreNoFileNamesAreRefused(String name) {
    addForty();
    assertTold(() -> freeze(name, 0.2), Problem.Kind.USAGE, "cannot be called");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 2, Double.NaN})
  void sharesThatAreNoneAreRefused(double share) {
    addForty();
    assertTold(() -> freeze("exam", share), Problem.Kind.USAGE, "share");
  }

  @Test
  void aClassThatIsTooSmallIsAProblemAndFreezesNothing() {
    add("a", 0, "g1");
    add("b", 1, "g2");
    add("c", 1, "g3");
    assertTold(() -> freeze("exam", 0.5), Problem.Kind.INPUT, "1 image of class \"no\"");
    assertThat(holdOuts().all()).isEmpty();
  }

  @Test
  void everyChangeOfAFileIsNoticedAndStopsLearning() throws IOException {
    addForty();
    freeze("exam", 0.2);
    Path file = folder.resolve("exam.json");
    String whole = Files.readString(file);
    List<String> changed =
        List.of(
            whole.replaceFirst("\"g\\d+i\\d+\" : \"(yes|no)\",?\\s*", ""),
            whole.replaceFirst("\"yes\"", "\"no\""),
            whole.replaceFirst("\"g(\\d+)i0\"", "\"g$1i9\""),
            whole.replace("/data/scans", "/data/other"),
            whole.replace("range:5", "none"),
            whole.replaceFirst("20\\d\\d", "2001"),
            whole.replaceFirst("\"sha256\" : \"[^\"]*\"", "\"sha256\" : \"\""),
            whole.replaceFirst(",\\s*\"sha256\" : \"[^\"]*\"", ""),
            whole.replaceFirst("\"format\" : 1", "\"format\" : 1, \"more\" : 2"),
            whole.substring(0, whole.length() / 2),
            "[]",
            "null",
            "",
            "[".repeat(100_000));
    for (String text : changed) {
      assertThat(text).isNotEqualTo(whole);
      Files.writeString(file, text);
      assertTold(() -> holdOuts().find("exam"), Problem.Kind.INPUT, "exam.json");
      assertTold(() -> holdOuts().all(), Problem.Kind.INPUT, "exam.json");
      assertTold(() -> holdOuts().requireFree(List.of()), Problem.Kind.INPUT, "exam.json");
    }
    Files.writeString(file, whole.replace("\n", "\r\n"));
    assertThat(holdOuts().find("exam").classes()).hasSize(24);
  }

  @Test
  void aFileUnderAnotherNameIsNoticed() throws IOException {
    addForty();
    freeze("exam", 0.2);
    Files.move(folder.resolve("exam.json"), folder.resolve("test.json"));
    assertTold(() -> holdOuts().all(), Problem.Kind.INPUT, "test.json", "was changed");
  }

  @Test
  void anUnknownNameIsToldWithThoseThatThereAre() {
    assertTold(() -> holdOuts().find("exam"), Problem.Kind.USAGE, "holdout freeze");
    addForty();
    freeze("exam", 0.2);
    assertTold(() -> holdOuts().find("exma"), Problem.Kind.USAGE, "\"exma\"", "There are: exam.");
  }

  @Test
  void usesAreLoggedInOrderWithTheirFigures() throws IOException {
    addForty();
    freeze("exam", 0.2);
    HoldOut.Use one = new HoldOut.Use(Instant.parse("2026-01-02T03:04:05Z"), "run \"a\"", Map.of());
    HoldOut.Use two =
        new HoldOut.Use(Instant.parse("2026-01-03T03:04:05Z"), "b", Map.of("accuracy", 0.1 + 0.2));
    holdOuts().use("exam", one);
    holdOuts().use("exam", two);
    assertThat(holdOuts().uses("exam")).containsExactly(one, two);
    Files.writeString(folder.resolve("exam.uses.json"), "{");
    assertTold(() -> holdOuts().uses("exam"), Problem.Kind.INPUT, "exam.uses.json");
    assertTold(() -> holdOuts().use("gone", one), Problem.Kind.USAGE, "gone");
  }

  @Test
  void usesFromEightThreadsAreAllLogged() throws Exception {
    addForty();
    freeze("exam", 0.2);
    WorkspaceHoldOuts shared = holdOuts();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> pending = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        HoldOut.Use use = new HoldOut.Use(Instant.ofEpochSecond(i), "run" + i, Map.of());
        pending.add(threads.submit(() -> shared.use("exam", use)));
      }
      for (Future<?> one : pending) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(holdOuts().uses("exam"))
        .extracting(HoldOut.Use::run)
        .doesNotHaveDuplicates()
        .hasSize(40);
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    addForty();
    Path file = Files.writeString(folder.resolve("file"), "here first");
    Dataset dataset = new Dataset("d", "d", LABELS, samples, List.of(), List.of(), NO_PIXELS);
    assertTold(
        () ->
            new WorkspaceHoldOuts(file.resolve("holdouts"))
                .freeze("exam", dataset, SOURCE, List.of(), 0.2, new Seed(1)),
        Problem.Kind.OUTPUT,
        "cannot be written");
  }
}
