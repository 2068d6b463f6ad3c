package axial.audit.inspect;

import static axial.audit.DrawnData.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import axial.audit.Audit;
import axial.audit.AuditRequest;
import axial.audit.ClassCount;
import axial.audit.DrawnData;
import axial.audit.Finding;
import axial.audit.MeanThumbnails;
import axial.audit.MemoryScore;
import axial.audit.MemoryScore.Question;
import axial.audit.memory.NearestThumbnail;
import axial.data.Dataset;
import axial.data.DuplicateFinder;
import axial.data.Duplicates;
import axial.data.Labels;
import axial.data.Sample;
import axial.dedup.ExactDuplicates;
import axial.job.Choice;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataAuditorTest {

  private final DrawnData data = new DrawnData();
  private final DrawnData other = new DrawnData();
  private int seed;

  private static DataAuditor auditor(long mostComparisons) {
    return new DataAuditor(
        new FewExtensions(List.of(new ExactDuplicates(), new PlantedFinder())),
        new NearestThumbnail(new MeanThumbnails()),
        new OpenLeases(),
        mostComparisons);
  }

  /** Tells what is held while it works. */
  private static final class Watching implements DuplicateFinder {
    private final OpenLeases leases;
    private List<Object> held = List.of();

    Watching(OpenLeases leases) {
      this.leases = leases;
    }

    @Override
    public String id() {
      return "watching";
    }

    @Override
    public String description() {
      return "For tests.";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public Duplicates find(Dataset dataset, Settings settings, Progress progress) {
      held = leases.held();
      return new ExactDuplicates().find(dataset, settings, progress);
    }
  }

  @Test
  void theFinderIsHeldUntilTheAuditEnds() {
    add(data, "no/a", "no/b", "yes/a", "yes/b");
    OpenLeases leases = new OpenLeases();
    Watching finder = new Watching(leases);
    new DataAuditor(
            new FewExtensions(List.of(finder)),
            new NearestThumbnail(new MeanThumbnails()),
            leases,
            1_000_000)
        .audit(
            new AuditRequest(
                data.dataset("scans"), Optional.empty(), new Choice("watching", Map.of()), 1),
            Progress.none());
    assertThat(finder.held).contains(finder);
    assertThat(leases.held()).isEmpty();
  }

  private static Audit audit(Dataset data, Dataset other) {
    return audit(data, Optional.of(other), new Choice("near", Map.of()));
  }

  private static Audit audit(Dataset data) {
    return audit(data, Optional.empty(), new Choice("near", Map.of()));
  }

  private static Audit audit(Dataset data, Optional<Dataset> other, Choice finder) {
    return auditor(1_000_000).audit(new AuditRequest(data, other, finder, 1), Progress.none());
  }

  /** Fresh noise; the classes look alike. */
  private void add(DrawnData to, String... sources) {
    for (String source : sources) {
      to.add(source, source.startsWith("yes/") ? 1 : 0, noise(32, 32, 120, 60, seed++));
    }
  }

  private static List<String> warnings(Audit audit) {
    return audit.findings().stream()
        .filter(finding -> finding.level() == Finding.Level.WARNING)
        .map(Finding::what)
        .toList();
  }

  @Test
  void countsImagesContentsAndWhatIsKeptByClass() {
    add(data, "no/a", "no/b", "no/b~2", "yes/c", "yes/d", "yes/d~2", "no/d~3");
    data.add("no/copy", 0, data.read(data.samples().get(0)));
    Audit audit = audit(data.dataset("scans"));
    assertThat(audit.data().counts())
        .containsExactly(new ClassCount(5, 4, 3, 0), new ClassCount(3, 3, 1, 0));
    assertThat(audit.data().total()).isEqualTo(new ClassCount(8, 7, 4, 0));
    assertThat(warnings(audit))
        .anyMatch(what -> what.startsWith("1 group of twins is in different classes"));
    assertThat(audit.data().leftOut()).hasSize(1);
    assertThat(audit.data().notes()).containsExactly("Drawn.");
  }

  @Test
  void everyImageWithATwinInTheOtherFolderIsCountedByClass() {
    add(data, "no/a~2", "no/b", "yes/c~2", "yes/d^2", "yes/e", "yes/f+2");
    add(other, "no/a", "yes/c", "yes/d", "yes/f", "no/g");
    other.add("no/copy", 0, data.read(data.samples().get(1)));
    Audit audit = audit(data.dataset("test"), other.dataset("train"));
    assertThat(audit.data().twins())
        .extracting(Sample::source)
        .containsExactly("test/no/a~2", "test/no/b", "test/yes/c~2", "test/yes/d^2");
    assertThat(audit.data().counts())
        .containsExactly(new ClassCount(2, 2, 2, 2), new ClassCount(4, 4, 4, 2));
    assertThat(audit.against().orElseThrow().twins())
        .extracting(Sample::source)
        .containsExactly("train/no/a", "train/yes/c", "train/yes/d", "train/no/copy");
    assertThat(warnings(audit).get(0))
        .startsWith("67 % of the images of test (4 of 6; 100 % of class no, 50 % of class yes)")
        .contains("twin in train");
  }

  @Test
  void whereNothingIsSharedItSaysSo() {
    add(data, "no/a", "no/b", "yes/c", "yes/d");
    add(other, "no/e", "yes/f");
    Audit audit = audit(data.dataset("test"), other.dataset("train"));
    assertThat(audit.data().total().twins()).isZero();
    assertThat(audit.findings())
        .contains(
            new Finding(Finding.Level.FINE, "No image of test has a twin in train.", ""),
            new Finding(Finding.Level.FINE, "No image of test is there twice.", ""));
  }

  @Test
  void foldersOfOneNameAndOneFileNameAreToldApart() {
    add(data, "no/a", "yes/b");
    add(other, "no/a", "yes/b");
    Audit audit = audit(data.dataset("scans"), other.dataset("scans"));
    assertThat(audit.parts()).extracting(part -> part.name()).containsExactly("scans", "scans (2)");
    for (Sample sample : audit.against().orElseThrow().samples()) {
      assertThat(audit.pixels().read(sample).contentId()).isEqualTo(sample.id());
    }
  }

  @Test
  void classesAreMatchedByName() {
    add(data, "no/a", "yes/b");
    add(other, "no/c", "yes/d");
    Dataset swapped = other.dataset("train", new Labels(List.of("yes", "no"), 0));
    Audit audit = audit(data.dataset("test"), swapped);
    assertThat(audit.labels().names()).containsExactly("no", "yes");
    assertThat(audit.against().orElseThrow().samples())
        .extracting(Sample::source, Sample::label)
        .containsExactly(tuple("train/no/c", 1), tuple("train/yes/d", 0));
  }

  @Test
  void foldersWithoutACommonClassAreRefused() {
    add(data, "no/a", "yes/b");
    add(other, "no/c", "yes/d");
    Dataset strange = other.dataset("train", new Labels(List.of("cat", "dog"), 0));
    assertThatThrownBy(() -> audit(data.dataset("test"), strange))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("test and train have no class in common: no, yes; cat, dog.");
  }

  @Test
  void patientsInBothFoldersAreAWarning() {
    for (int i = 0; i < 4; i++) {
      data.add("t" + i, i % 2, "patient " + i, Map.of(), noise(32, 32, 120, 60, seed++));
      other.add("u" + i, i % 2, "patient " + (i + 3), Map.of(), noise(32, 32, 120, 60, seed++));
    }
    assertThat(warnings(audit(data.dataset("test"), other.dataset("train"))))
        .anyMatch(what -> what.startsWith("1 group is in both folders, such as patient 3"));
  }

  @Test
  void memoryFallsWhenTwinsAreTakenOut() {
    for (int i = 0; i < 20; i++) {
      add(data, (i % 2 == 0 ? "no/" : "yes/") + "p" + i);
      Sample last = data.samples().get(data.samples().size() - 1);
      data.add(last.source() + "~2", last.label(), data.read(last));
    }
    Audit audit = audit(data.dataset("scans"));
    assertThat(audit.memory())
        .extracting(MemoryScore::question)
        .containsExactly(Question.EACH_AMONG_OTHERS, Question.WITHOUT_TWINS);
    assertThat(audit.memory().get(0).score().accuracy().value()).isEqualTo(1);
    assertThat(audit.memory().get(1).score().accuracy().value()).isLessThan(0.9);
    assertThat(audit.memory().get(1).known()).isEqualTo(20);
  }

  @Test
  void whatIsKnownOfPatientsIsLeftOutToo() {
    for (int i = 0; i < 12; i++) {
      int patient = i / 2;
      data.add(
          "s" + i,
          patient % 2,
          "patient " + patient,
          Map.of(),
          noise(32, 32, 40 + 30 * patient, 2, i));
    }
    Audit audit = audit(data.dataset("scans"));
    assertThat(audit.memory())
        .extracting(MemoryScore::question)
        .containsExactly(Question.EACH_AMONG_OTHERS, Question.OTHER_GROUPS);
    assertThat(audit.memory().get(0).score().accuracy().value()).isEqualTo(1);
    assertThat(audit.memory().get(1).score().accuracy().value()).isZero();
  }

  @Test
  void memoryIsAskedOverFoldersWithAndWithoutTwins() {
    add(other, "no/a", "yes/b", "no/c", "yes/d");
    for (Sample sample : other.samples()) {
      data.add(sample.source() + "~2", sample.label(), other.read(sample));
    }
    add(data, "no/x", "yes/y", "no/z", "yes/w");
    Audit audit = audit(data.dataset("test"), other.dataset("train"));
    assertThat(audit.memory())
        .extracting(MemoryScore::question, MemoryScore::asked)
        .containsExactly(
            tuple(Question.ACROSS_PARTS, 8), tuple(Question.ACROSS_PARTS_WITHOUT_TWINS, 4));
  }

  @Test
  void ofVeryManyImagesSomeAreAsked() {
    for (int i = 0; i < 40; i++) {
      add(data, (i % 2 == 0 ? "no/" : "yes/") + i);
    }
    AuditRequest request =
        new AuditRequest(data.dataset("scans"), Optional.empty(), new Choice("exact", Map.of()), 1);
    MemoryScore memory = auditor(400).audit(request, Progress.none()).memory().get(0);
    assertThat(memory.known()).isEqualTo(40);
    assertThat(memory.asked()).isEqualTo(10);
    assertThat(memory.available()).isEqualTo(40);
    assertThat(memory.sampled()).isTrue();
    assertThat(auditor(400).audit(request, Progress.none()).memory().get(0)).isEqualTo(memory);
  }

  @Test
  void neighboursInASeriesAreNamedButAreNoTwins() {
    add(data, "no/a", "no/a+1", "yes/b", "yes/c");
    Audit audit = audit(data.dataset("scans"));
    assertThat(audit.data().total().kept()).isEqualTo(4);
    assertThat(audit.findings())
        .anyMatch(
            finding ->
                finding.level() == Finding.Level.NOTE
                    && finding
                        .what()
                        .startsWith("1 pair of images (2 images in all) may be neighbouring"));
  }

  @Test
  void aPropertyThatTellsTheClassIsAWarningWithItsRule() {
    for (int i = 0; i < 40; i++) {
      int side = i % 2 == 0 ? 32 : 64;
      data.add((i % 2 == 0 ? "no/" : "yes/") + i, i % 2, noise(side, side, 120, 60, i));
    }
    assertThat(warnings(audit(data.dataset("scans"))))
        .anyMatch(
            what ->
                what.startsWith("The image size alone tells the class")
                    && what.contains("If the size is 32x32: no, right for 20 of 20 images"));
  }

  @Test
  void warningsComeFirst() {
    add(data, "no/a", "yes/a~2", "no/b", "yes/c");
    List<Finding.Level> levels =
        audit(data.dataset("scans")).findings().stream().map(Finding::level).toList();
    assertThat(levels).isSorted().contains(Finding.Level.WARNING);
  }

  @Test
  void theFinderAndItsSettingsAreKeptAndChecked() {
    add(data, "no/a", "yes/b");
    Dataset scans = data.dataset("scans");
    Choice finder = new Choice("near", Map.of("limit", "0.8"));
    assertThat(audit(scans, Optional.empty(), finder).finder()).isEqualTo(finder);
    assertThat(audit(scans).finder().settings()).containsEntry("limit", "0.9");
    assertThatThrownBy(
            () -> audit(scans, Optional.empty(), new Choice("near", Map.of("limit", "2"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the finder near");
    assertThatThrownBy(() -> audit(scans, Optional.empty(), new Choice("far", Map.of())))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("far");
  }
}
