package axial.data.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Curation;
import axial.data.Curation.Action;
import axial.data.Curation.Edit;
import axial.data.Dataset;
import axial.data.DistinctSamples;
import axial.data.Distinction;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.data.phantom.PhantomSource;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples are excluded, relabelled and chosen by hand. */
class CurationTest {

  @TempDir Path folder;

  private final CsvCurations curations = new CsvCurations();
  private final PhantomSource source = new PhantomSource();
  private final Dataset plain = open("");

  private Dataset open(String edits) {
    return source.open(
        "phantom",
        Settings.of(
            "phantom",
            source.settings(),
            Map.of(
                "patients",
                "6",
                "slices",
                "1",
                "exact-duplicates",
                "2",
                "near-duplicates",
                "0",
                Curation.SETTING,
                edits)),
        Progress.none());
  }

  private Sample sample(int index) {
    return plain.samples().get(index);
  }

  private static Sample of(Dataset dataset, Sample sample) {
    return dataset.samples().stream()
        .filter(s -> s.source().equals(sample.source()))
        .findFirst()
        .orElseThrow();
  }

  /** A sample of which there is one copy, and that copy. */
  private List<Sample> twins() {
    Sample copy =
        plain.samples().stream()
            .filter(s -> s.source().startsWith("copies/"))
            .findFirst()
            .orElseThrow();
    return plain.samples().stream().filter(s -> s.id().equals(copy.id())).toList();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("edits.csv"), text);
  }

  @Test
  void whatIsWrittenIsReadBackWhateverItsWords() {
    Curation curation =
        Curation.none()
            .withExcluded(sample(0), "blurred, \"moved\"\nand dark; größer")
            .withLabel(sample(1), "tumour", "")
            .with(new Edit(sample(2).id(), "old/place.png", Action.KEEP, "", "sharper"));
    Path file = folder.resolve("new/edits.csv");
    curations.write(file, curation);
    curations.write(file, curation);
    assertThat(curations.read(file)).isEqualTo(curation);
    assertThat(file)
        .content(StandardCharsets.UTF_8)
        .startsWith("id,source,action,label,reason\r\n");
    assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aChangeIsTakenBackByTheFormerCurationOrByName() {
    Curation excluded = Curation.none().withExcluded(sample(0), "blurred");
    Curation relabelled = excluded.withLabel(sample(0), "tumour", "").withExcluded(sample(0), "x");
    assertThat(relabelled.edits()).hasSize(2);
    assertThat(relabelled.edit(sample(0), Action.EXCLUDE).orElseThrow().reason()).isEqualTo("x");
    assertThat(relabelled.without(sample(0), Action.RELABEL).edits()).hasSize(1);
    assertThat(excluded.edits()).hasSize(1);
    assertThat(excluded.without(sample(0), Action.EXCLUDE)).isEqualTo(Curation.none());
  }

  @Test
  void theSourceAppliesTheFileAndSaysHowManyAndWhich() {
    Sample other = sample(1);
    int label = 1 - other.label();
    Path file = folder.resolve("edits.csv");
    curations.write(
        file,
        Curation.none()
            .withExcluded(sample(0), "blurred")
            .withLabel(other, plain.labels().name(label), "")
            .with(new Edit("ab".repeat(32), "gone.png", Action.EXCLUDE, "", "")));
    Dataset edited = open(file.toString());
    assertThat(edited.samples()).hasSize(plain.samples().size() - 1).doesNotContain(sample(0));
    assertThat(edited.leftOut())
        .contains(new LeftOut(sample(0).source(), "It was excluded by hand: blurred"));
    assertThat(of(edited, other).label()).isEqualTo(label);
    assertThat(edited.pixels().read(of(edited, other)).contentId()).isEqualTo(other.id());
    assertThat(edited.notes())
        .last()
        .asString()
        .matches(
            "Edited by hand \\(SHA-256 [0-9a-f]{64}\\): 1 image excluded, 1 given another class, 0"
                + " chosen to stay of duplicates; 1 edit is of no image here\\.");
    assertThat(open("").notes()).isEqualTo(plain.notes());
  }

  @Test
  void anEditOfOneOfTwoCopiesLeavesTheOtherAndAMovedImageTakesItsEditsAlong() {
    List<Sample> twins = twins();
    Dataset one = curations.apply(plain, Curation.none().withExcluded(twins.get(1), ""));
    assertThat(one.samples()).contains(twins.get(0)).doesNotContain(twins.get(1));
    Curation moved =
        Curation.none().with(new Edit(twins.get(0).id(), "elsewhere.png", Action.EXCLUDE, "", ""));
    assertThat(curations.apply(plain, moved).samples()).doesNotContainAnyElementsOf(twins);
  }

  @Test
  void theKeptOneOfDuplicatesStaysEvenWhenTheirClassesDiffer() {
    List<Sample> twins = twins();
    DuplicateGroup group = new DuplicateGroup(twins);
    assertThat(DistinctSamples.of(plain, List.of(group)).samples())
        .contains(twins.get(0))
        .doesNotContain(twins.get(1));
    Curation kept =
        Curation.none().withKept(twins.get(0), group, "").withKept(twins.get(1), group, "");
    assertThat(kept.edits()).hasSize(1);
    Dataset chosen = curations.apply(plain, kept);
    assertThat(DistinctSamples.of(chosen, List.of(group)).removed()).containsExactly(twins.get(0));

    Curation disputed =
        kept.withLabel(twins.get(0), plain.labels().name(1 - twins.get(0).label()), "");
    Dataset crossing = curations.apply(plain, disputed);
    List<Sample> members = twins.stream().map(s -> of(crossing, s)).toList();
    DistinctSamples distinct = DistinctSamples.of(crossing, List.of(new DuplicateGroup(members)));
    assertThat(distinct.samples()).contains(members.get(1));
    assertThat(distinct.removed()).containsExactly(members.get(0));
  }

  @Test
  void lookAlikesThatAreToldApartBothStayAlsoWhenTheFileIsReadAgain() {
    List<Sample> alike =
        List.copyOf(
            plain.samples().stream()
                .collect(Collectors.toMap(Sample::id, s -> s, (a, b) -> a, LinkedHashMap::new))
                .values());
    Sample first = alike.get(0);
    Sample second = alike.get(1);
    Sample third = alike.get(2);
    Duplicates found =
        new Duplicates(
            List.of(new DuplicateGroup(List.of(first, second, third))),
            List.of(new SimilarPair(first, second, SimilarPair.Kind.NEAR, "", Map.of())));
    Curation apart = Curation.none().withDistinct(second, List.of(first, second, third), "other");
    assertThat(apart.edits()).hasSize(2);
    assertThat(apart.withDistinct(first, List.of(second), "again")).isEqualTo(apart);
    Path file = folder.resolve("edits.csv");
    curations.write(file, apart);
    Dataset edited = open(file.toString());
    assertThat(edited.notes()).last().asString().contains("2 pairs of look-alikes told apart");
    Duplicates left = found.apart(edited.distinct());
    assertThat(left.groups()).containsExactly(new DuplicateGroup(List.of(first, third)));
    assertThat(left.pairs(SimilarPair.Kind.NEAR)).isEmpty();
    assertThat(DistinctSamples.of(edited, left.groups()).samples())
        .contains(first, second)
        .doesNotContain(third);
    Curation joined = apart.without(new Distinction(first.id(), second.id()));
    assertThat(joined.distinctions()).containsExactly(new Distinction(third.id(), second.id()));
  }

  @Test
  void aClassThatTheDataDoesNotHaveIsRefusedInWords() {
    Curation unknown = Curation.none().withLabel(sample(0), "glioma", "");
    assertThatThrownBy(() -> curations.apply(plain, unknown))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.INPUT))
        .hasMessageContaining(sample(0).source() + " the class \"glioma\"")
        .hasMessageContaining("no tumour, tumour");
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    assertThatThrownBy(() -> open(folder.resolve("none.csv").toString()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("There is no file of edits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|it is empty",
        "id;source|its first line is not",
        "HEADx,y,move,,|line 2 has the action \"move\", and there are only exclude, relabel, keep",
        "HEADx,y,distinct,x,|line 2 needs an id",
        "HEADx,y,distinct,,|line 2 needs an id",
        "HEADx,y,exclude|line 2 has not 5 cells",
        "HEADx,y,relabel,,|line 2 needs an id",
        "HEADx,y,exclude,yes,|line 2 needs an id",
        "HEADx,y,keep,,LINEx,y,keep,,|two of its rows do the same"
      })
  void aDamagedFileIsRefusedWithItsLine(String text, String words) throws IOException {
    Path file =
        write(text.replace("HEAD", "id,source,action,label,reason\n").replace("LINE", "\n"));
    assertThatThrownBy(() -> curations.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(words);
  }

  @Test
  void textThatIsNoUtf8IsRefused() throws IOException {
    Path file = Files.write(folder.resolve("latin.csv"), new byte[] {'i', 'd', (byte) 0xE4, '\n'});
    assertThatThrownBy(() -> curations.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not in UTF-8");
  }
}
