package axial.run.stages;

import static axial.run.stages.Samples.pair;
import static axial.run.stages.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.DistinctSamples;
import axial.data.Distinction;
import axial.data.DuplicateFinder;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.HoldOuts;
import axial.data.ImageLoader;
import axial.data.ImageStore;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.SimilarPair;
import axial.data.Split;
import axial.data.Splitter;
import axial.job.Choice;
import axial.job.Extension;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Engine;
import axial.run.Extensions;
import axial.run.RunEvent;
import axial.run.RunSpec;
import axial.run.Stage;
import axial.run.events.EventHub;
import axial.run.stages.Crew.Chosen;
import axial.run.store.RunFolder;
import axial.train.Trainer;
import axial.train.TrainingPlan;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In which order data is made ready, and who looks for near pairs. */
class PreparationTest {

  private static final Settings NONE = Settings.of("nothing", List.of(), Map.of());

  private final List<RunEvent> told = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private Set<Distinction> distinct = Set.of();

  PreparationTest() {
    for (int i = 0; i < 40; i++) {
      samples.add(sample((i % 2 == 0 ? "no/" : "yes/") + i, "content " + i, i % 2));
    }
  }

  /** Finds what it is told, and counts how often it was asked. */
  private static final class Finder implements DuplicateFinder {
    private final String id;
    private final Duplicates found;
    private boolean broken;
    private int asked;

    Finder(String id, Duplicates found) {
      this.id = id;
      this.found = found;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String description() {
      return id;
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public Duplicates find(Dataset dataset, Settings settings, Progress progress) {
      asked++;
      if (broken) {
        throw new IllegalStateException("no thumbnails");
      }
      return found;
    }
  }

  /** Every fourth sample is tested, every eighth validated. */
  private static final class Counting implements Splitter {
    @Override
    public String id() {
      return "counting";
    }

    @Override
    public String description() {
      return id();
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public Split split(DistinctSamples distinct, Settings settings, Seed seed) {
      List<List<Sample>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < distinct.samples().size(); i++) {
        parts.get(i % 8 == 7 ? 1 : i % 4 == 3 ? 2 : 0).add(distinct.samples().get(i));
      }
      return new Split(parts.get(0), parts.get(1), parts.get(2));
    }
  }

  /** Takes reports of failures. */
  private static final class Reported implements Extensions {
    @Override
    public <T extends Extension> List<T> all(Class<T> type) {
      return List.of();
    }

    @Override
    public <T extends Extension> T find(Class<T> type, String id) {
      throw new AssertionError("nobody looks for extensions here");
    }

    @Override
    public List<Status> statuses() {
      return List.of();
    }

    @Override
    public void reportFailure(Extension extension, Throwable cause) {
      assertThat(cause).hasMessage("no thumbnails");
    }
  }

  private static <T> T unused(Class<T> type) {
    return answering(type, "");
  }

  /** Answers one method with an empty list, and no other. */
  private static <T> T answering(Class<T> type, String name) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(name)) {
                return List.of();
              }
              throw new AssertionError(type.getSimpleName() + " is not asked here");
            }));
  }

  private Preparation.Prepared prepare(
      Split.Protocol protocol, Finder finder, Optional<DuplicateFinder> near) {
    Choice any = new Choice("any", Map.of());
    RunSpec spec =
        new RunSpec(
            "made-up",
            any,
            new Choice(finder.id(), Map.of()),
            any,
            List.of(),
            any,
            new Shape(8, 8, 1),
            any,
            new TrainingPlan(1, 1, false, 0, List.of()),
            List.of(),
            List.of(),
            0,
            1,
            protocol,
            List.of(),
            0);
    Crew crew =
        new Crew(
            new Chosen<>(unused(DatasetSource.class), NONE),
            new Chosen<>(finder, NONE),
            near.map(n -> new Chosen<>(n, NONE)),
            new Chosen<>(new Counting(), NONE),
            List.of(),
            List.of(),
            new Chosen<>(unused(Engine.class), NONE),
            List.of(),
            List.of(),
            List.of(),
            unused(Trainer.class),
            unused(ImageLoader.class),
            unused(ImageStore.class),
            answering(HoldOuts.class, "all"));
    RunEvents events = new RunEvents(new RunFolder(Path.of("run")), told::add, new EventHub());
    return new Preparation(spec, crew, new Fence(new Reported()), events, Progress.none())
        .prepare(toldApart(Samples.dataset(samples)));
  }

  private Dataset toldApart(Dataset data) {
    return new Dataset(
        data.name(),
        data.address(),
        data.labels(),
        data.samples(),
        data.leftOut(),
        data.notes(),
        data.pixels(),
        data.kept(),
        distinct);
  }

  private String summary(Stage stage) {
    return told.stream()
        .filter(RunEvent.StageDone.class::isInstance)
        .map(RunEvent.StageDone.class::cast)
        .filter(done -> done.stage() == stage)
        .findFirst()
        .orElseThrow()
        .summary();
  }

  private Duplicates found(SimilarPair.Kind kind, int first, int second) {
    Sample one = samples.get(first);
    Sample other = samples.get(second);
    return new Duplicates(
        kind == SimilarPair.Kind.NEAR
            ? List.of(new DuplicateGroup(List.of(one, other)))
            : List.of(),
        List.of(pair(one, other, kind)));
  }

  @Test
  void aNearTwinThatTheChosenFinderLeavesIsInTheCertificate() {
    Finder exact = new Finder("exact", new Duplicates(List.of(), List.of()));
    Finder near = new Finder("near", found(SimilarPair.Kind.NEAR, 0, 3));
    Preparation.Prepared prepared = prepare(Split.Protocol.CLEAN, exact, Optional.of(near));
    assertThat(near.asked).isEqualTo(1);
    assertThat(prepared.record().leaks().nearPairs()).hasSize(1);
    assertThat(summary(Stage.SPLIT)).contains("LEAKY: 20 % of the test images (1 of 5)");
  }

  @Test
  void theFinderOfNearPairsIsAskedOnceWhenItWasChosen() {
    Finder near = new Finder("near", found(SimilarPair.Kind.NEAR, 0, 2));
    Preparation.Prepared prepared = prepare(Split.Protocol.CLEAN, near, Optional.of(near));
    assertThat(near.asked).isEqualTo(1);
    assertThat(prepared.record().leaks().clean()).isTrue();
    assertThat(prepared.record().leaks().lookedForNearPairs()).isTrue();
    assertThat(prepared.record().removed()).containsExactly(samples.get(2));
    assertThat(prepared.duplicates()).isEqualTo(found(SimilarPair.Kind.NEAR, 0, 2));
    assertThat(summary(Stage.DEDUPLICATE))
        .isEqualTo("0 exact and 1 near duplicate in 1 group removed; 39 images remain");
    assertThat(summary(Stage.SPLIT)).contains("No image content, no near twin and no group");
  }

  @Test
  void nearTwinsOfDifferentClassesGoBoth() {
    Finder near = new Finder("near", found(SimilarPair.Kind.NEAR, 0, 3));
    Preparation.Prepared prepared = prepare(Split.Protocol.CLEAN, near, Optional.of(near));
    assertThat(prepared.record().removed()).containsExactly(samples.get(0), samples.get(3));
    assertThat(summary(Stage.DEDUPLICATE))
        .contains("2 images whose copies disagree about the class");
  }

  @Test
  void lookAlikesThatAPersonToldApartBothStayAndAreNoLeak() {
    distinct = Set.of(new Distinction(samples.get(0).id(), samples.get(3).id()));
    Finder near = new Finder("near", found(SimilarPair.Kind.NEAR, 0, 3));
    Preparation.Prepared chosen = prepare(Split.Protocol.CLEAN, near, Optional.of(near));
    assertThat(chosen.record().removed()).isEmpty();
    assertThat(chosen.record().leaks().clean()).isTrue();
    assertThat(chosen.duplicates().groups()).isEmpty();
    assertThat(chosen.duplicates().pairs(SimilarPair.Kind.DISTINCT)).hasSize(1);
    Finder exact = new Finder("exact", new Duplicates(List.of(), List.of()));
    assertThat(prepare(Split.Protocol.CLEAN, exact, Optional.of(near)).record().leaks().clean())
        .isTrue();
  }

  @Test
  void withoutAFinderOfNearPairsTheCertificateSaysSo() {
    Finder exact = new Finder("exact", new Duplicates(List.of(), List.of()));
    prepare(Split.Protocol.CLEAN, exact, Optional.empty());
    assertThat(summary(Stage.SPLIT)).contains("Near pairs were not looked for");
  }

  @Test
  void aFinderOfNearPairsThatFailsIsSetAsideUnlessItWasChosen() {
    Finder exact = new Finder("exact", new Duplicates(List.of(), List.of()));
    Finder near = new Finder("near", found(SimilarPair.Kind.NEAR, 0, 3));
    near.broken = true;
    prepare(Split.Protocol.CLEAN, exact, Optional.of(near));
    assertThat(summary(Stage.SPLIT)).contains("Near pairs were not looked for");
    assertThat(told)
        .filteredOn(RunEvent.ExtensionFailed.class::isInstance)
        .singleElement()
        .satisfies(e -> assertThat(e.toString()).contains("no thumbnails"));
    assertThatThrownBy(() -> prepare(Split.Protocol.CLEAN, near, Optional.of(near)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no thumbnails");
  }

  @Test
  void theNotebooksProtocolSplitsFirstAndLeavesTwinsAcrossParts() {
    for (int i = 0; i < 40; i++) {
      Sample twin = samples.get(i);
      samples.add(sample(twin.source() + " again", twin.id(), twin.label()));
    }
    Finder exact = new Finder("exact", new Duplicates(List.of(), List.of()));
    Preparation.Prepared prepared = prepare(Split.Protocol.NOTEBOOK, exact, Optional.empty());
    assertThat(told)
        .filteredOn(RunEvent.StageStarted.class::isInstance)
        .extracting(event -> ((RunEvent.StageStarted) event).stage())
        .containsExactly(Stage.SPLIT, Stage.DEDUPLICATE);
    assertThat(exact.asked).isZero();
    assertThat(prepared.split().protocol()).isEqualTo(Split.Protocol.NOTEBOOK);
    assertThat(prepared.record().leaks().sharedIds()).isNotEmpty();
    assertThat(prepared.record().removed()).isNotEmpty();
    assertThat(summary(Stage.DEDUPLICATE)).contains("copies across them stay", "LEAKY: ");
  }
}
