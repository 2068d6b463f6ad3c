package axial.run.stages;

import static axial.run.stages.Samples.LABELS;
import static axial.run.stages.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Memoriser;
import axial.data.PixelReader;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.CancelledException;
import axial.job.Progress;
import axial.run.LeakCertificate;
import axial.run.NaiveAndClean;
import axial.run.RunEvent;
import axial.run.events.EventHub;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ContrastingTest {

  private final List<RunEvent> told = new ArrayList<>();
  private final List<Sample> test =
      List.of(
          sample("no/1", "A", 0),
          sample("yes/1", "B", 1),
          sample("no/2", "C", 0),
          sample("yes/2", "D", 1));
  private final Split split =
      new Split(
          List.of(sample("no/0", "A", 0), sample("yes/0", "B", 1)),
          List.of(),
          test,
          Split.Protocol.NOTEBOOK);

  private NaiveAndClean contrast(Optional<Memoriser> memoriser, List<String> known) {
    List<Prediction> list = new ArrayList<>();
    for (Sample sample : test) {
      double[] yes = sample.source().equals("yes/2") ? new double[] {0.9, 0.1} : null;
      double[] right = sample.label() == 1 ? new double[] {0.1, 0.9} : new double[] {0.9, 0.1};
      list.add(
          new Prediction(sample.id(), sample.source(), sample.label(), yes == null ? right : yes));
    }
    RunEvents events = new RunEvents(new RunFolder(Path.of("run")), told::add, new EventHub());
    return new Contrasting(memoriser, events, Progress.none())
        .of(
            new Predictions(LABELS, list),
            split,
            new LeakCertificate(
                List.of("A", "B"), List.of(), List.of(), "near", 0, known, known.size(), 4),
            Samples.dataset(test));
  }

  private static Memoriser answering(Supplier<int[]> answers) {
    return new Memoriser() {
      @Override
      public int[] recall(
          List<Sample> known, List<Sample> asked, PixelReader pixels, Progress progress) {
        assertThat(known).extracting(Sample::source).containsExactly("no/0", "yes/0");
        return answers.get();
      }
    };
  }

  @Test
  void theCleanScoreLeavesOutWhatTheOtherPartsGiveAway() {
    NaiveAndClean scores = contrast(Optional.empty(), List.of("no/1", "yes/1"));
    assertThat(scores.naive().accuracy()).isEqualTo(0.75);
    assertThat(scores.clean().orElseThrow().accuracy()).isEqualTo(0.5);
    assertThat(scores.table().rows())
        .containsExactly(
            List.of(
                "network, naive",
                "4",
                "0.750 (0.301 to 0.954)",
                "0.750",
                "1.000 (0.342 to 1.000)",
                "0.500 (0.095 to 0.905)"),
            List.of(
                "network, clean",
                "2",
                "0.500 (0.095 to 0.905)",
                "0.500",
                "1.000 (0.207 to 1.000)",
                "0.000 (0.000 to 0.793)"));
    assertThat(scores.notes()).anyMatch(note -> note.contains("no bundle offers a memoriser"));
  }

  @Test
  void memoryIsScoredOnTheSameImages() {
    NaiveAndClean scores =
        contrast(Optional.of(answering(() -> new int[] {0, 1, 1, 0})), List.of("no/1", "yes/1"));
    NaiveAndClean.Memory memory = scores.memoriser().orElseThrow();
    assertThat(memory.naive().accuracy()).isEqualTo(0.5);
    assertThat(memory.clean().orElseThrow().accuracy()).isZero();
  }

  @Test
  void whenEveryTestImageIsKnownThereIsNoCleanScore() {
    NaiveAndClean scores = contrast(Optional.empty(), List.of("no/1", "yes/1", "no/2", "yes/2"));
    assertThat(scores.clean()).isEmpty();
    assertThat(scores.notes()).anyMatch(note -> note.contains("There is no clean score"));
  }

  @Test
  void aMemoriserThatFailsIsSetAside() {
    NaiveAndClean scores =
        contrast(
            Optional.of(
                answering(
                    () -> {
                      throw new IllegalStateException("no thumbnails");
                    })),
            List.of("no/1"));
    assertThat(scores.memoriser()).isEmpty();
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            RunEvent.ExtensionFailed.class,
            failed -> assertThat(failed.reason()).contains("memoriser", "no thumbnails"));
  }

  @Test
  void aMemoriserThatWasCancelledEndsTheJob() {
    Memoriser stopped =
        answering(
            () -> {
              throw new CancelledException("The job");
            });
    assertThatThrownBy(() -> contrast(Optional.of(stopped), List.of("no/1")))
        .isInstanceOf(CancelledException.class);
  }
}
