package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Sample;
import axial.eval.ConfusionMatrix;
import axial.eval.Predictions;
import axial.explain.Stability;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.Runs;
import axial.train.Epoch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is asked as it was after one of its epochs. */
class EpochModelsTest {

  private static final Map<String, String> KEEP =
      Map.of("run.keep-epochs", "true", "train.epochs", "3");

  @TempDir static Path temp;

  private static Axial axial;
  private static SmallRuns small;
  private static Runs runs;

  @BeforeAll
  static void start() throws Exception {
    axial = Axial.start(temp);
    runs = axial.service(Runs.class);
    small = new SmallRuns(runs, temp);
  }

  @AfterAll
  static void stop() throws Exception {
    axial.close();
  }

  private static ExplainRequest request(Sample sample, int epoch) {
    return new ExplainRequest(
        new ExplainRequest.Named(List.of(sample.source())),
        List.of("occlusion"),
        Map.of(),
        Optional.empty(),
        OptionalInt.of(epoch));
  }

  @Test
  void theModelOfAnEpochAnswersAsTheEpochsMatrixSays() throws Exception {
    RunRecord run = small.train("compact", SmallRuns.DEAF, KEEP);
    List<String> validation =
        run.split().orElseThrow().validation().stream().map(Sample::source).toList();
    assertThat(run.epochs()).hasSize(3);
    for (Epoch epoch : run.epochs()) {
      Predictions predicted =
          runs.predict(run.folder(), OptionalInt.of(epoch.number()), validation, Progress.none());
      assertThat(predicted.confusion())
          .isEqualTo(ConfusionMatrix.of(predicted.labels(), epoch.confusion()));
    }
    Predictions test = runs.predict(run.folder(), OptionalInt.empty(), List.of(), Progress.none());
    assertThat(test.confusion()).isEqualTo(run.predictions().orElseThrow().confusion());
  }

  @Test
  void aCaseIsExplainedAsOfAnEpochWhileTheRunIsStillTraining() throws Exception {
    List<ExplainedSample> explained = new ArrayList<>();
    List<RunEvent> heard = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    RunListener listener =
        event -> {
          if (event instanceof RunEvent.Started started) {
            folders.add(started.folder());
          } else if (event instanceof RunEvent.EpochDone done && done.epoch().number() == 2) {
            Path folder = folders.get(0);
            Sample sample = runs.open(folder).split().orElseThrow().validation().get(0);
            explained.addAll(runs.explain(folder, request(sample, 1), heard::add, Progress.none()));
          }
        };
    RunRecord run = small.train("compact", listener, KEEP);
    assertThat(run.status()).isEqualTo(RunRecord.Status.DONE);
    assertThat(explained).hasSize(1);
    assertThat(heard).isNotEmpty();
    assertThat(run.folder().resolve("explanations-epoch-1")).isNotEmptyDirectory();
    assertThat(run.explanations()).isZero();
    double then = explained.get(0).explanation().probability();
    Sample sample = explained.get(0).sample();
    double now =
        runs.explain(run.folder(), request(sample, 3), SmallRuns.DEAF, Progress.none())
            .get(0)
            .explanation()
            .probability();
    assertThat(now).isNotEqualTo(then);
  }

  @Test
  void earlyExplanationsAreHandedOnAndTheLastIsTheSameBitByBit() throws Exception {
    RunRecord run = small.train("compact", SmallRuns.DEAF, Map.of());
    String source = run.split().orElseThrow().test().get(0).source();
    ExplainRequest request =
        new ExplainRequest(
            new ExplainRequest.Named(List.of(source)),
            List.of("lime", "occlusion"),
            Map.of("lime.num-samples", "700", "occlusion.patch", "1"),
            Optional.empty());
    List<ExplainedSample> whole =
        runs.explain(run.folder(), request, SmallRuns.DEAF, Progress.none());
    List<ExplainedSample> early = new ArrayList<>();
    List<ExplainedSample> last =
        runs.explain(run.folder(), request, SmallRuns.DEAF, Progress.none(), early::add);
    for (int i = 0; i < 2; i++) {
      assertThat(last.get(i).explanation().weights())
          .isEqualTo(whole.get(i).explanation().weights());
      assertThat(last.get(i).explanation().figures())
          .isEqualTo(whole.get(i).explanation().figures());
    }
    assertThat(early).extracting(e -> e.explanation().explainer()).contains("lime", "occlusion");
    assertThat(early).allMatch(e -> e.sample().source().equals(source));
    assertThat(Stability.of(early.get(0).explanation())).isPresent();
  }

  @Test
  void anEpochThatWasNotKeptIsRefusedWithThoseThatWere() throws Exception {
    RunRecord run = small.train("compact", SmallRuns.DEAF, Map.of("train.epochs", "3"));
    assertThatThrownBy(
            () -> runs.predict(run.folder(), OptionalInt.of(9), List.of(), Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has no model of epoch 9")
        .hasMessageContaining("run.keep-epochs=true");
    assertThatThrownBy(
            () ->
                runs.predict(run.folder(), OptionalInt.empty(), List.of("x.png"), Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no image x.png");
  }
}
