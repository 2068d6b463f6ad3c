package axial.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Dataset;
import axial.data.DistinctSamples;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.dedup.index.KeptLooks;
import axial.job.CancelledException;
import axial.job.Draws;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicatesTest {

  private static final int PATIENTS = 50;
  private static Album phantoms;
  private static Album withCopies;
  private static Map<String, String> originals;

  @TempDir Path workspace;

  /** Every change alone and every two of them, each done to four phantoms. */
  @BeforeAll
  static void drawPhantomsAndCopies() {
    phantoms = Album.ofPhantoms(PATIENTS);
    withCopies = new Album();
    originals = new HashMap<>();
    List<Sample> drawn = phantoms.samples();
    for (Sample sample : drawn) {
      withCopies.add(sample.source(), sample.label(), phantoms.picture(sample));
      originals.put(sample.source(), sample.source());
    }
    int turn = 0;
    for (Change first : Change.values()) {
      for (Change second : Change.values()) {
        for (int i = 0; i < 4 && first.ordinal() <= second.ordinal(); i++) {
          Sample sample = drawn.get(turn++ % drawn.size());
          Pixels once = first.of(phantoms.picture(sample));
          String source = "copy-%03d-%s-%s".formatted(turn, first, second);
          originals.put(source, sample.source());
          withCopies.add(source, sample.label(), first == second ? once : second.of(once));
        }
      }
    }
  }

  private static Duplicates find(Path workspace, int threads, Dataset dataset, Progress progress) {
    NearDuplicates finder = new NearDuplicates(new KeptLooks(workspace, threads));
    return finder.find(dataset, Settings.defaults("near", finder.settings()), progress);
  }

  private Duplicates find(Dataset dataset) {
    return find(workspace, 2, dataset, Progress.none());
  }

  @Test
  void copiesOfEveryKindAreFoundAndNothingElse() {
    Duplicates found = find(withCopies.dataset());
    long copies =
        originals.entrySet().stream().filter(e -> !e.getKey().equals(e.getValue())).count();
    long missed =
        withCopies.samples().stream()
            .filter(s -> !originals.get(s.source()).equals(s.source()))
            .filter(
                s ->
                    found.pairs(SimilarPair.Kind.NEAR).stream()
                        .noneMatch(p -> p.second().equals(s) || p.first().id().equals(s.id())))
            .count();
    assertThat(missed).isLessThanOrEqualTo(copies * 2 / 100);
    assertThat(found.pairs(SimilarPair.Kind.NEAR))
        .allMatch(p -> original(p.first()).equals(original(p.second())));
    assertThat(found.groups())
        .allMatch(
            g -> g.samples().stream().map(NearDuplicatesTest::original).distinct().count() == 1);
  }

  private static String original(Sample sample) {
    return originals.get(sample.source());
  }

  @Test
  void thePairSaysHowTheSecondCameFromTheFirst() {
    Sample first = phantoms.samples().get(0);
    Pixels picture = phantoms.picture(first);
    for (Change change : Change.values()) {
      Album two = new Album();
      two.add("first", 0, picture);
      two.add("second", 0, change.of(picture));
      List<SimilarPair> pairs = find(two.dataset()).pairs();
      assertThat(pairs).as(change.name()).hasSize(1);
      assertThat(pairs.get(0).relation()).isEqualTo(change.relation);
      assertThat(pairs.get(0).distances().keySet())
          .containsExactly("phash", "dhash", "correlation", "residual");
      assertThat(pairs.get(0).distances().get("phash")).isBetween(0.0, 7.0);
      assertThat(pairs.get(0).distances().get("correlation")).isGreaterThan(0.9);
      assertThat(pairs.get(0).distances().get("residual")).isBetween(0.0, 0.04);
    }
  }

  /** A fading from one head to another: each step is near to the next, the ends are not. */
  private static Album fading(int steps) {
    Pixels from = phantoms.picture(phantoms.samples().get(1));
    Pixels to = phantoms.picture(phantoms.samples().get(4));
    Album album = new Album();
    for (int step = 0; step <= steps; step++) {
      byte[] data = new byte[from.data().length];
      for (int i = 0; i < data.length; i++) {
        int row = i / from.width();
        int column = i % from.width();
        int a = from.at(row, column, 0);
        int b = to.at(row * to.height() / from.height(), column * to.width() / from.width(), 0);
        data[i] = (byte) Math.round(a + (b - a) * (double) step / steps);
      }
      album.add("step-%02d".formatted(step), 0, new Pixels(from.width(), from.height(), 1, data));
    }
    return album;
  }

  @Test
  void groupsDoNotGrowByChain() {
    Dataset dataset = fading(40).dataset();
    Duplicates found = find(dataset);
    assertThat(found.groups()).hasSizeGreaterThan(1);
    for (DuplicateGroup group : found.groups()) {
      for (Sample member : group.samples().subList(1, group.samples().size())) {
        assertThat(found.pairs(SimilarPair.Kind.NEAR))
            .anyMatch(p -> p.first().equals(group.samples().get(0)) && p.second().equals(member));
      }
    }
    List<Sample> kept = DistinctSamples.of(dataset, found.groups()).samples();
    assertThat(find(fading(40).dataset(kept)).groups()).isEmpty();
  }

  @Test
  void whatIsAlikeButNotTheSameIsOfASeriesAndInNoGroup() {
    Album steps = fading(6);
    Duplicates found = find(steps.dataset());
    List<Sample> samples = steps.samples();
    assertThat(found.groups()).isEmpty();
    assertThat(found.pairs())
        .allMatch(p -> p.kind() == SimilarPair.Kind.SERIES && p.relation().isEmpty())
        .anyMatch(p -> p.first().equals(samples.get(0)) && p.second().equals(samples.get(1)));
  }

  @Test
  void copiesInTwoClassesAreOneGroupThatCrossesThem() {
    Album album = new Album();
    Pixels picture = phantoms.picture(phantoms.samples().get(2));
    album.add("a", 0, phantoms.picture(phantoms.samples().get(3)));
    album.add("b", 0, picture);
    album.add("c", 1, Change.MIRRORED.of(picture));
    album.add("d", 0, picture);
    Duplicates found = find(album.dataset());
    assertThat(found.groups()).hasSize(1);
    assertThat(found.groups().get(0).crossesClasses()).isTrue();
    assertThat(found.groups().get(0).samples())
        .extracting(Sample::source)
        .containsExactly("b", "c", "d");
    assertThat(DistinctSamples.of(album.dataset(), found.groups()).samples())
        .extracting(Sample::source)
        .containsExactly("a");
  }

  @Test
  void thePlainOnesAreComparedByContentOnlyAndThatIsSaid() {
    Album album = new Album();
    for (int side = 20; side < 25; side++) {
      album.add("black-" + side, 0, new Pixels(side, side, 1, new byte[side * side]));
    }
    album.add("again", 0, new Pixels(20, 20, 1, new byte[400]));
    Duplicates found = find(album.dataset());
    assertThat(found.groups()).hasSize(1);
    assertThat(found.groups().get(0).exact()).isTrue();
    assertThat(found.pairs()).isEmpty();
    assertThat(found.notes()).hasSize(1);
    assertThat(found.notes().get(0)).startsWith("5 pictures show hardly any contrast");
  }

  @Test
  void oneAndEightThreadsFindTheSame() {
    Duplicates one = find(workspace.resolve("1"), 1, withCopies.dataset(), Progress.none());
    Duplicates eight = find(workspace.resolve("8"), 8, withCopies.dataset(), Progress.none());
    assertThat(eight).isEqualTo(one);
  }

  @Test
  void aCancelledSearchCanBeDoneAgain() {
    AtomicInteger reports = new AtomicInteger();
    Progress stop =
        new Progress() {
          @Override
          public void at(String task, long done, long total) {
            reports.incrementAndGet();
          }

          @Override
          public boolean cancelled() {
            return reports.get() > 50;
          }
        };
    assertThatThrownBy(() -> find(workspace, 2, withCopies.dataset(), stop))
        .isInstanceOf(CancelledException.class);
    assertThat(find(withCopies.dataset()))
        .isEqualTo(find(workspace.resolve("fresh"), 2, withCopies.dataset(), Progress.none()));
  }

  @Test
  void aSearchBuildsOnTheLastOneAndFindsWhatAFreshOneFinds() {
    List<Sample> all = withCopies.samples();
    List<Sample> shuffled = new ArrayList<>(all);
    new Seed(3).draws().shuffle(shuffled);
    List<List<Sample>> dataSets =
        List.of(
            shuffled.subList(8, shuffled.size()), // the first of some groups come only later
            shuffled,
            shuffled.subList(0, shuffled.size() - 9),
            Stream.concat(shuffled.stream().limit(100), shuffled.stream().skip(110)).toList(),
            shuffled,
            all);
    withCopies.reads.set(0);
    for (int i = 0; i < dataSets.size(); i++) {
      Dataset dataset = withCopies.dataset(dataSets.get(i));
      Duplicates built = find(dataset);
      assertThat(withCopies.reads.get()).isLessThanOrEqualTo(all.size());
      int before = withCopies.reads.get();
      assertThat(built)
          .isEqualTo(find(workspace.resolve("fresh" + i), 2, dataset, Progress.none()));
      withCopies.reads.set(before);
    }
  }

  @Test
  void aDamagedCacheChangesNothing() throws IOException {
    Dataset dataset = withCopies.dataset();
    Duplicates right = find(dataset);
    Draws draws = new Seed(11).draws();
    for (int round = 0; round < 4; round++) {
      for (Path file : cached()) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 300; i++) {
          bytes[draws.below(bytes.length)] ^= (byte) (1 + draws.below(255));
        }
        Files.write(
            file, round < 2 ? bytes : java.util.Arrays.copyOf(bytes, draws.below(bytes.length)));
      }
      assertThat(find(dataset)).isEqualTo(right);
    }
    for (Path file : cached()) {
      Files.delete(file);
    }
    assertThat(find(dataset)).isEqualTo(right);
  }

  private List<Path> cached() throws IOException {
    try (Stream<Path> files = Files.list(workspace.resolve("cache"))) {
      return files.toList();
    }
  }

  @Test
  void severalSearchesAtOnceFindWhatOneFinds() throws Exception {
    Dataset dataset = withCopies.dataset();
    Duplicates right = find(workspace.resolve("alone"), 1, dataset, Progress.none());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Duplicates>> searches =
          List.of(
              () -> find(dataset), () -> find(dataset), () -> find(dataset), () -> find(dataset));
      for (Future<Duplicates> found : threads.invokeAll(searches)) {
        assertThat(found.get()).isEqualTo(right);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void dhashFindsThemToo() {
    NearDuplicates finder = new NearDuplicates(new KeptLooks(workspace, 2));
    Settings settings = Settings.of("near", finder.settings(), Map.of("hash", "dhash"));
    Duplicates found = finder.find(withCopies.dataset(), settings, Progress.none());
    long copies = withCopies.samples().size() - phantoms.samples().size();
    assertThat(found.groups().stream().mapToLong(g -> g.samples().size() - 1).sum())
        .isBetween(copies * 98 / 100, copies);
  }
}
