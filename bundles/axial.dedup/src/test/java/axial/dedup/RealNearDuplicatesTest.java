package axial.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.data.Dataset;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.data.folder.FolderSource;
import axial.dedup.index.KeptLooks;
import axial.job.Progress;
import axial.job.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real slices; what is called near there was looked at picture by picture. */
@Tag("shared")
class RealNearDuplicatesTest {

  private static final int EVERY = 8;
  private static final Pattern NUMBERED = Pattern.compile("(.*/(?:gg|m|p) \\()(\\d+)\\)\\.jpg");

  @TempDir static Path workspace;
  private static Dataset kaggle2018;
  private static Dataset kaggle2020;
  private static Duplicates in2018;
  private static Duplicates in2020;

  @BeforeAll
  static void search() {
    Path data = Path.of(System.getProperty("axial.shared", "../shared"), "data");
    assumeTrue(Files.isDirectory(data), "skipped: there is no data at " + data);
    kaggle2018 = open(data.resolve("kaggle-2018"));
    kaggle2020 = open(data.resolve("kaggle-2020").resolve("Training"));
    in2018 = find(kaggle2018);
    in2020 = find(kaggle2020);
  }

  private static Dataset open(Path folder) {
    FolderSource source = new FolderSource();
    return source.open(
        folder.toString(), Settings.defaults("folder", source.settings()), Progress.none());
  }

  private static Duplicates find(Dataset dataset) {
    NearDuplicates finder = new NearDuplicates(new KeptLooks(workspace, 2));
    return finder.find(dataset, Settings.defaults("near", finder.settings()), Progress.none());
  }

  @Test
  void allExactGroupsAreWithinGroups() {
    assertThat(exactGroups(kaggle2018)).hasSize(22).allMatch(ids -> together(in2018, ids));
    assertThat(exactGroups(kaggle2020)).hasSize(54).allMatch(ids -> together(in2020, ids));
  }

  private static List<List<Sample>> exactGroups(Dataset dataset) {
    ExactDuplicates finder = new ExactDuplicates();
    return finder
        .find(dataset, Settings.defaults("exact", finder.settings()), Progress.none())
        .groups()
        .stream()
        .map(DuplicateGroup::samples)
        .toList();
  }

  private static boolean together(Duplicates found, Collection<Sample> samples) {
    return found.groups().stream().anyMatch(group -> group.samples().containsAll(samples));
  }

  @Test
  void theNaturalCopiesAreFoundAndNoneCrossesTheClasses() {
    assertThat(in2018.pairs(SimilarPair.Kind.NEAR)).hasSizeBetween(28, 34);
    assertThat(in2020.pairs(SimilarPair.Kind.NEAR)).hasSizeBetween(54, 64);
    assertThat(in2018.groups()).noneMatch(DuplicateGroup::crossesClasses);
    assertThat(in2020.groups()).noneMatch(DuplicateGroup::crossesClasses);
  }

  @Test
  void adjacentSlicesAreOfASeriesAndNotCopies() {
    assertThat(in2020.pairs(SimilarPair.Kind.NEAR)).noneMatch(RealNearDuplicatesTest::adjacent);
    assertThat(in2020.pairs(SimilarPair.Kind.SERIES))
        .filteredOn(RealNearDuplicatesTest::adjacent)
        .hasSizeGreaterThan(900);
    assertThat(in2020.pairs(SimilarPair.Kind.SERIES)).hasSizeLessThan(2000);
  }

  private static boolean adjacent(SimilarPair pair) {
    Matcher first = NUMBERED.matcher(pair.first().source());
    Matcher second = NUMBERED.matcher(pair.second().source());
    return first.matches()
        && second.matches()
        && first.group(1).equals(second.group(1))
        && Math.abs(Integer.parseInt(first.group(2)) - Integer.parseInt(second.group(2))) == 1;
  }

  /** Three changes in turn are done to a sample of the slices. */
  @Test
  void plantedCopiesAreFoundAndOthersAreNot() {
    Album album = new Album();
    Map<String, String> originals = new HashMap<>();
    int turn = 0;
    for (Dataset dataset : List.of(kaggle2018, kaggle2020)) {
      Set<String> seen = new HashSet<>();
      List<Sample> distinct = dataset.samples().stream().filter(s -> seen.add(s.id())).toList();
      for (int i = 0; i < distinct.size(); i += EVERY) {
        Sample sample = distinct.get(i);
        String source = dataset.name() + "/" + sample.source();
        originals.put(source, source);
        album.add(source, 0, dataset.pixels().read(sample));
        for (int copy = 0; copy < 3; copy++) {
          Change change = Change.values()[turn++ % Change.values().length];
          String planted = "planted/%05d-%s".formatted(turn, change);
          originals.put(planted, source);
          album.add(planted, 0, change.of(dataset.pixels().read(sample)));
        }
      }
    }
    Duplicates found = find(album.dataset());
    Set<Set<String>> natural = naturalPairs(found, originals);
    Map<String, List<String>> missed = new HashMap<>();
    int planted = 0;
    for (Sample sample : album.samples()) {
      String original = originals.get(sample.source());
      if (!sample.source().equals(original)) {
        planted++;
        if (!groupOf(found, sample.source()).contains(original)) {
          missed
              .computeIfAbsent(sample.source().split("-", 2)[1], c -> new ArrayList<>())
              .add(original);
        }
      }
    }
    List<SimilarPair> wrong =
        found.pairs(SimilarPair.Kind.NEAR).stream()
            .filter(
                p -> {
                  Set<String> pair =
                      Set.copyOf(
                          List.of(
                              originals.get(p.first().source()),
                              originals.get(p.second().source())));
                  return pair.size() == 2 && !natural.contains(pair);
                })
            .toList();
    int perChange = planted / Change.values().length;
    assertThat(missed.values().stream().mapToInt(List::size).sum())
        .as("missed of %d: %s", planted, missed)
        .isLessThanOrEqualTo(planted * 2 / 100);
    assertThat(missed.values())
        .as("missed of each kind: %s", missed)
        .allMatch(one -> one.size() <= perChange * 2 / 100);
    assertThat(wrong).hasSizeLessThanOrEqualTo(album.samples().size() / 1000);
  }

  /** Slices that were copies of each other before any was planted. */
  private static Set<Set<String>> naturalPairs(Duplicates found, Map<String, String> originals) {
    Set<Set<String>> natural = new HashSet<>();
    for (DuplicateGroup group : found.groups()) {
      List<String> unplanted =
          group.samples().stream()
              .map(Sample::source)
              .filter(source -> originals.get(source).equals(source))
              .toList();
      for (String a : unplanted) {
        unplanted.forEach(b -> natural.add(new HashSet<>(List.of(a, b))));
      }
    }
    return natural;
  }

  private static List<String> groupOf(Duplicates found, String source) {
    return found.groups().stream()
        .map(group -> group.samples().stream().map(Sample::source).toList())
        .filter(sources -> sources.contains(source))
        .findFirst()
        .orElse(List.of());
  }
}
