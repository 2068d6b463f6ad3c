package axial.run.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Dataset;
import axial.data.DuplicateGroup;
import axial.data.HoldOut;
import axial.data.Image;
import axial.data.ImageStore;
import axial.data.Labels;
import axial.data.LeftOut;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shares;
import axial.data.Split;
import axial.job.Choice;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.run.Extensions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a run does with images that are frozen in hold-outs. */
class FrozenImagesTest {

  private static final Labels LABELS = new Labels(List.of("no", "yes"), 1);

  private final List<Sample> samples = new ArrayList<>();
  private final List<DuplicateGroup> duplicates = new ArrayList<>();

  private Sample add(String id, int label, String group) {
    Sample sample = new Sample(id, "s" + samples.size(), label, group, Map.of());
    samples.add(sample);
    return sample;
  }

  private static HoldOut holdOut(String name, Set<String> companions, String... ids) {
    Map<String, String> classes = new java.util.HashMap<>();
    for (String id : ids) {
      classes.put(id, "yes");
    }
    return new HoldOut(
        name, Instant.EPOCH, "data", new Choice("folder", Map.of()), classes, companions);
  }

  private static PixelReader noPixels() {
    return new PixelReader() {
      @Override
      public Pixels read(Sample sample) {
        throw new IllegalStateException("Nobody looks at pixels here.");
      }

      @Override
      public Optional<Pixels> mask(Sample sample) {
        return Optional.empty();
      }
    };
  }

  private Unfrozen unfrozen(HoldOut... holdOuts) {
    Dataset dataset =
        new Dataset(
            "d",
            "d",
            LABELS,
            samples,
            List.of(new LeftOut("x.txt", "It is no image.")),
            List.of("a note"),
            noPixels());
    return Unfrozen.of(dataset, duplicates, List.of(holdOuts));
  }

  @Test
  void frozenImagesTheirGroupsAndTheirDuplicatesAreSetAsideAndCounted() {
    add("a", 0, "g1");
    add("b", 0, "g1");
    Sample twin = add("c", 1, "g2");
    add("d", 1, "g2");
    add("e", 1, "g3");
    add("f", 0, "g4");
    Sample free = add("h", 1, "g5");
    Sample copy = add("h", 1, "g6");
    duplicates.add(new DuplicateGroup(List.of(samples.get(1), twin)));
    duplicates.add(new DuplicateGroup(List.of(free, copy)));
    Unfrozen unfrozen =
        unfrozen(holdOut("exam", Set.of("e"), "a"), holdOut("other", Set.of(), "zz"));
    assertThat(unfrozen.dataset().samples()).extracting(Sample::id).containsExactly("f", "h", "h");
    assertThat(unfrozen.duplicates()).containsExactly(duplicates.get(1));
    assertThat(unfrozen.note())
        .isEqualTo(
            "Set aside before the split: 2 frozen in the hold-out exam, 3 that are their duplicates"
                + " or in their groups.");
    assertThat(unfrozen.dataset().notes()).containsExactly("a note", unfrozen.note());
    assertThat(unfrozen.dataset().leftOut())
        .extracting(LeftOut::source)
        .containsExactlyInAnyOrder("x.txt", "s0", "s1", "s2", "s3", "s4");
  }

  @Test
  void dataWithoutFrozenImagesStaysAsItIs() {
    add("a", 0, "g1");
    Unfrozen unfrozen = unfrozen(holdOut("exam", Set.of(), "b"));
    assertThat(unfrozen.note()).isEmpty();
    assertThat(unfrozen.dataset().samples()).isEqualTo(samples);
    assertThat(unfrozen.dataset().notes()).containsExactly("a note");
  }

  @Test
  void dataOfNothingButFrozenImagesIsAProblem() {
    add("a", 0, "g1");
    add("b", 0, "g1");
    assertThatThrownBy(() -> unfrozen(holdOut("exam", Set.of(), "b")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("exam");
  }

  private static final class NoImages implements ImageStore.Images {
    @Override
    public Image image(Sample sample) {
      throw new IllegalStateException("Nobody looks at images here.");
    }

    @Override
    public Optional<String> note() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  @Test
  void trainingAndValidationDataRefuseFrozenImagesWhateverTheSplitterDid() {
    Sample train = add("a", 0, "g1");
    Sample validation = add("b", 1, "g2");
    Sample test = add("c", 1, "g3");
    Split split = new Split(List.of(train), List.of(validation), List.of(test));
    for (String frozen : List.of("a", "b")) {
      assertThatThrownBy(() -> data(split, frozen))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("frozen " + frozen);
    }
    assertThat(data(split, "c").trainSize()).isEqualTo(1);
  }

  private static SplitData data(Split split, String frozen) {
    return new SplitData(
        LABELS,
        split,
        new NoImages(),
        new Augmentation(List.of(), 1, new Fence(new NoExtensions())),
        Standardization.none(),
        new OneFrozen(frozen));
  }

  /** Refuses samples of one content id. */
  private record OneFrozen(String id) implements axial.data.HoldOuts {
    @Override
    public List<HoldOut> all() {
      return List.of(holdOut("exam", Set.of(), id));
    }

    @Override
    public HoldOut find(String name) {
      return all().get(0);
    }

    @Override
    public HoldOut freeze(
        String name,
        Dataset dataset,
        Choice source,
        List<DuplicateGroup> duplicates,
        double share,
        Seed seed) {
      throw new IllegalStateException("Nothing is frozen here.");
    }

    @Override
    public void requireFree(List<Sample> samples) {
      if (samples.stream().anyMatch(s -> s.id().equals(id))) {
        throw ProblemException.of(axial.job.Problem.Kind.USAGE, "frozen " + id, "");
      }
    }

    @Override
    public List<HoldOut.Use> uses(String name) {
      return List.of();
    }

    @Override
    public void use(String name, HoldOut.Use use) {
      throw new IllegalStateException("Nothing is used here.");
    }
  }

  private static final class NoExtensions implements Extensions {
    @Override
    public <T extends axial.job.Extension> List<T> all(Class<T> type) {
      return List.of();
    }

    @Override
    public <T extends axial.job.Extension> T find(Class<T> type, String id) {
      throw new IllegalStateException("There are no extensions here.");
    }

    @Override
    public List<Status> statuses() {
      return List.of();
    }

    @Override
    public void reportFailure(axial.job.Extension extension, Throwable cause) {
      throw new IllegalStateException(cause);
    }
  }

  @Test
  void theSplitIsToldInCountsAndPerCentOfEachClassBesideWhatWasWanted() {
    for (int i = 0; i < 10; i++) {
      add("n" + i, 0, "n" + i);
      add("y" + i, 1, "y" + i);
    }
    Split split =
        new Split(samples.subList(0, 15), samples.subList(15, 17), samples.subList(17, 20));
    assertThat(SplitSummary.of(split, LABELS, Optional.of(new Shares(0.8, 0.05, 0.15))))
        .isEqualTo(
            "15 to train, 2 to validate, 3 to test; no 8/1/1 (80/10/10 %), yes 7/1/2 (70/10/20 %);"
                + " wanted 80/5/15 %");
    assertThat(SplitSummary.of(split, LABELS, Optional.empty())).doesNotContain("wanted");
  }
}
