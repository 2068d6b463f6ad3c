package axial.run.stages;

import static axial.run.stages.Samples.LABELS;
import static axial.run.stages.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Sample;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.run.LeakCertificate;
import axial.run.NaiveAndClean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContrastTest {

  private final List<Sample> test =
      List.of(
          sample("no/1", "A", 0),
          sample("yes/1", "B", 1),
          sample("no/2", "C", 0),
          sample("yes/2", "D", 1));

  private Predictions answers(int... called) {
    List<Prediction> list = new ArrayList<>();
    for (int i = 0; i < called.length; i++) {
      Sample sample = test.get(i);
      double[] p = called[i] == 1 ? new double[] {0.1, 0.9} : new double[] {0.9, 0.1};
      list.add(new Prediction(sample.id(), sample.source(), sample.label(), p));
    }
    return new Predictions(LABELS, list);
  }

  private NaiveAndClean contrast(Optional<Predictions> memoriser, List<String> known) {
    return Contrast.of(
        answers(0, 1, 0, 0),
        memoriser,
        new LeakCertificate(
            List.of("A", "B"), List.of(), List.of(), "near", 0, known, known.size(), 4));
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
    NaiveAndClean scores = contrast(Optional.of(answers(0, 1, 1, 0)), List.of("no/1", "yes/1"));
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
}
