package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.model.Engine;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run tells what memory it needed and survives that there was too little. */
class RunMemoryTest {

  /** Trains nothing, holds 3 MiB, and is full while a property says so. */
  private static final String ENGINE =
      """
      public Map<String, String> platform() { return Map.of(); }
      public long nativeBytes() { return 3 << 20; }
      public TrainableModel create(Network network, Labels labels, Seed seed) {
        return new Weightless(network, labels);
      }
      public TrainableModel load(java.nio.file.Path file, Network network, Labels labels) {
        return new Weightless(network, labels);
      }
      record Weightless(Network network, Labels labels) implements TrainableModel {
        public double[][] predict(Batch batch) {
          double[][] all = new double[batch.size()][];
          Arrays.fill(all, new double[] {0.5, 0.5});
          return all;
        }
        public Step fit(Batch batch, int[] truth, double[] weights, Seed seed) {
          if (Boolean.getBoolean("lab.full")) {
            throw ProblemException.of(Problem.Kind.MACHINE, "There is not enough memory.",
                "Use a smaller batch, for example --batch 3.");
          }
          return new Step(0.7, predict(batch));
        }
        public void setLearningRate(double rate) {}
        public List<Parameter> parameters() { return List.of(); }
        public void save(java.nio.file.Path file) {
          try {
            java.nio.file.Files.createFile(file);
          } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
          }
        }
        public void close() {}
      }
      """;

  @TempDir Path temp;

  @Test
  void aRunThatRanOutOfMemoryFailsInTheEnginesWordsAndCanGoOn() throws Exception {
    Path folder = temp.resolve("run");
    try (Axial axial = Axial.start(temp)) {
      axial.install(
          LabBundle.build(
              temp,
              "LabEngine",
              "1.0",
              Engine.class,
              LabBundle.imports(),
              LabBundle.named("weightless") + ENGINE));
      Runs runs = axial.service(Runs.class);
      System.setProperty("lab.full", "true");
      assertThatThrownBy(
              () ->
                  runs.run(
                      runs.specify(
                          new RunRequest(
                              "fsm",
                              "phantom",
                              Map.of(
                                  "run.engine", "weightless",
                                  "run.explainers", "none",
                                  "run.input", "32x32x1",
                                  "phantom.patients", "24",
                                  "phantom.slices", "1",
                                  "train.epochs", "2"))),
                      Optional.of(folder),
                      event -> {},
                      Progress.none()))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.MACHINE));
      RunRecord failed = runs.open(folder);
      assertThat(failed.status()).isEqualTo(RunRecord.Status.FAILED);
      assertThat(Files.readString(folder.resolve("status.json")))
          .contains("There is not enough memory. Use a smaller batch, for example --batch 3.");

      System.clearProperty("lab.full");
      RunRecord done = runs.resume(folder, event -> {}, Progress.none());
      assertThat(done.status()).isEqualTo(RunRecord.Status.DONE);
      assertThat(done.epochs()).hasSize(2);
      assertThat(done.memory().engine()).isEqualTo(3 << 20);
      assertThat(done.memory().heap()).isPositive();
      assertThat(done.memory().text().orElseThrow()).contains("3 MiB held by the engine");
    } finally {
      System.clearProperty("lab.full");
    }
  }
}
