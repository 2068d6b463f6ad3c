package axial.run.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.data.Memoriser;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Evaluation;
import axial.eval.EvaluationData;
import axial.eval.Evaluator;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.run.events.EventHub;
import axial.run.stages.Crew.Chosen;
import axial.run.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {

  private static final Split SPLIT = ExaminedRun.split(40);

  @TempDir Path path;

  private final List<EvaluationData> judged = new ArrayList<>();
  private final List<Boolean> thresholdWasThere = new ArrayList<>();

  private Predictions examine(double recall, float shift, Optional<Memoriser> memoriser) {
    RunFolder folder = new RunFolder(path);
    RunEvents events = new RunEvents(folder, event -> {}, new EventHub());
    ExaminedRun.Nothing extensions = new ExaminedRun.Nothing();
    ExaminedRun.Model trained =
        new ExaminedRun.Model(
            () -> thresholdWasThere.add(Files.exists(path.resolve("threshold.json"))), shift);
    Judge judge = new Judge(judged);
    Examination examination =
        new Examination(
            ExaminedRun.spec(recall),
            List.of(new Chosen<>(judge, Settings.defaults("judge", judge.settings()))),
            new Fence(extensions),
            events,
            folder,
            Progress.none());
    return examination.of(
        new Predictor(trained, "any", extensions, events, Standardization.none()),
        SPLIT,
        ExaminedRun::image,
        new Recollection(memoriser, new NoPixels(), folder, events, Progress.none()));
  }

  @Test
  void theThresholdIsFrozenBeforeTheTestPartIsPredicted() {
    Predictions test = examine(0.9, 0, Optional.empty());
    // 40 validation images are two batches, 10 test images one.
    assertThat(thresholdWasThere).containsExactly(false, false, true);
    Threshold threshold = new RunFolder(path).predictions().threshold().orElseThrow();
    assertThat(threshold.found()).isEqualTo(18);
    assertThat(test.threshold()).isEqualTo(threshold.value());
    assertThat(judged.get(0).test().threshold()).isEqualTo(threshold.value());
  }

  @Test
  void anEvaluationLaterDecidesAtTheSameThresholdWhateverItsModelSays() {
    examine(0.9, 0, Optional.empty());
    Threshold frozen = new RunFolder(path).predictions().threshold().orElseThrow();
    Predictions later = examine(0.9, 0.2f, Optional.empty());
    assertThat(later.threshold()).isEqualTo(frozen.value());
    assertThat(new RunFolder(path).predictions().threshold()).contains(frozen);
  }

  @Test
  void withoutAWantedRecallAHalfDecidesAndNothingIsWritten() {
    Predictions test = examine(0, 0, Optional.empty());
    assertThat(test.threshold()).isEqualTo(0.5);
    assertThat(path.resolve("threshold.json")).doesNotExist();
  }

  @Test
  void evaluatorsSeeTheValidationPartAndTheSamplesOfBoth() {
    examine(0, 0, Optional.empty());
    EvaluationData data = judged.get(0);
    Predictions validation = data.validation().orElseThrow();
    assertThat(validation.list()).hasSize(40);
    assertThat(validation.list().get(1).probabilities()[1]).isCloseTo(0.46, within(1e-6));
    assertThat(data.samples()).hasSize(50).containsKeys("validation39", "test9");
    assertThat(data.memoriser()).isEmpty();
    assertThat(
            new RunFolder(path).predictions().validation(validation.labels()).orElseThrow().list())
        .hasSize(40);
  }

  @Test
  void theMemoriserIsAskedOnceAndKept() {
    List<Integer> known = new ArrayList<>();
    Memoriser memory =
        (train, test, pixels, progress) -> {
          known.add(train.size());
          return test.stream().mapToInt(s -> s.source().equals("test3") ? 0 : s.label()).toArray();
        };
    examine(0.9, 0, Optional.of(memory));
    examine(0.9, 0, Optional.of(memory));
    assertThat(known).containsExactly(2);
    for (EvaluationData data : judged) {
      Predictions recalled = data.memoriser().orElseThrow();
      assertThat(recalled.list()).hasSize(10);
      assertThat(recalled.errors()).singleElement().extracting(p -> p.source()).isEqualTo("test3");
    }
  }

  @Test
  void aMemoriserThatFailsCostsItsAnswersOnly() {
    Memoriser broken =
        (train, test, pixels, progress) -> {
          throw new IllegalStateException("it forgot");
        };
    assertThat(examine(0, 0, Optional.of(broken)).list()).hasSize(10);
    assertThat(judged.get(0).memoriser()).isEmpty();
    assertThat(path.resolve("memoriser.csv")).doesNotExist();
  }

  private record NoPixels() implements PixelReader {
    @Override
    public Pixels read(Sample sample) {
      throw new AssertionError("nothing is decoded");
    }

    @Override
    public Optional<Pixels> mask(Sample sample) {
      return Optional.empty();
    }
  }

  private record Judge(List<EvaluationData> judged) implements Evaluator {
    @Override
    public Evaluation evaluate(EvaluationData data, Settings settings, Seed seed) {
      judged.add(data);
      return new Evaluation("judge", "", Map.of());
    }

    @Override
    public String id() {
      return "judge";
    }

    @Override
    public String description() {
      return "Keeps what it is asked.";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }
  }
}
