package axial.run.store;

import static org.assertj.core.api.Assertions.assertThat;

import axial.train.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final String EPOCH =
      """
      {"number": 1, "train": {"samples": 9, "loss": 0.5, "accuracy": 0.8, "recall": 0.7},
       "validation": {"samples": 3, "loss": 0.6, "accuracy": 0.7, "recall": 0.6},
       "learningRate": 0.001, "nextLearningRate": 0.001, "seconds": 12.5%s}
      """;

  @TempDir Path folder;

  private Epoch epoch(String more) throws IOException {
    Path history = folder.resolve("checkpoint/history.json");
    Files.createDirectories(history.getParent());
    Files.writeString(
        history, "{\"format\": 1, \"epochs\": [%s], \"best\": 1}".formatted(EPOCH.formatted(more)));
    return new RunFolder(folder).epochs().get(0);
  }

  @Test
  void aHistoryOfBeforeTimesWereKeptIsRead() throws IOException {
    Epoch epoch = epoch("");
    assertThat(epoch.seconds()).isEqualTo(12.5);
    assertThat(epoch.times()).isEqualTo(Epoch.Times.UNKNOWN);
    assertThat(epoch.times().shares()).isEmpty();
  }

  @Test
  void timesAreRead() throws IOException {
    Epoch epoch =
        epoch(
            """
            , "times": {"data": 0.1, "compute": 9.7, "validation": 0.1, "listeners": 0,
                        "checkpoint": 0.1}
            """);
    assertThat(epoch.times()).isEqualTo(new Epoch.Times(0.1, 9.7, 0.1, 0, 0.1));
    assertThat(epoch.times().shares().orElseThrow())
        .startsWith("97 % computing, 1 % validating, 1 % waiting for data");
  }
}
