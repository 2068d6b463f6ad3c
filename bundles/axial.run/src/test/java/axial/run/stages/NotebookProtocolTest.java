package axial.run.stages;

import static axial.run.stages.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Dataset;
import axial.data.Sample;
import axial.data.Split;
import axial.job.ProblemException;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookProtocolTest {

  private static Dataset dataset(int no, int yes, int contents) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < no; i++) {
      samples.add(sample("no/" + i, "no" + i % contents, 0));
    }
    for (int i = 0; i < yes; i++) {
      samples.add(sample("yes/" + i, "yes" + i % contents, 1));
    }
    return Samples.dataset(samples);
  }

  @Test
  void roundsTheSharesOfEachClassAsTheNotebookDid() {
    Split split = NotebookProtocol.split(dataset(98, 155, 1000), new Seed(1));
    assertThat(split.countsByClass(Split.Part.TRAIN, 2)).containsExactly(78, 124);
    assertThat(split.countsByClass(Split.Part.TEST, 2)).containsExactly(15, 23);
    assertThat(split.countsByClass(Split.Part.VALIDATION, 2)).containsExactly(5, 8);
  }

  @Test
  void theSameSeedGivesTheSameParts() {
    Dataset dataset = dataset(40, 40, 1000);
    Split split = NotebookProtocol.split(dataset, new Seed(5));
    assertThat(NotebookProtocol.split(dataset, new Seed(5))).isEqualTo(split);
    assertThat(NotebookProtocol.split(dataset, new Seed(6))).isNotEqualTo(split);
  }

  @Test
  void removesCopiesInsideEachPartAndLeavesThoseAcrossParts() {
    Split all = NotebookProtocol.split(dataset(60, 60, 20), new Seed(1));
    NotebookProtocol.Unique unique = NotebookProtocol.withoutCopies(all);
    for (Split.Part part : Split.Part.values()) {
      assertThat(unique.split().part(part)).extracting(Sample::id).doesNotHaveDuplicates();
      assertThat(all.part(part)).containsAll(unique.split().part(part));
    }
    assertThat(unique.split().test())
        .extracting(Sample::id)
        .containsAnyElementsOf(unique.split().train().stream().map(Sample::id).toList());
    int kept =
        unique.split().train().size()
            + unique.split().validation().size()
            + unique.split().test().size();
    assertThat(unique.removed()).hasSize(120 - kept);
  }

  @Test
  void aClassThatIsTooSmallIsNamed() {
    assertThatThrownBy(() -> NotebookProtocol.split(dataset(3, 50, 1000), new Seed(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("3 images of class \"no\"");
  }
}
