package axial.train.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Shape;
import axial.job.CancelledException;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import axial.train.Epoch;
import axial.train.Metrics;
import axial.train.Trainer;
import axial.train.TrainingData;
import axial.train.TrainingListener;
import axial.train.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTrainerTest {

  private static final Shape SHAPE = new Shape(1, 1, 1);
  private static final Network NETWORK =
      new Network(
          "tiny",
          SHAPE,
          List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
          new Optimizer.Sgd(0.1),
          Loss.BINARY_CROSS_ENTROPY);
  private static final TrainingListener DEAF =
      new TrainingListener() {
        @Override
        public void batchDone(int epoch, int batch, int batches, Metrics metrics) {}

        @Override
        public void epochDone(Epoch epoch, boolean best) {}
      };

  @TempDir Path folder;

  /** Ten training samples whose only value is their index, all positive but the first. */
  private static final class TenSamples implements TrainingData {
    @Override
    public Labels labels() {
      return new Labels(List.of("no", "yes"), 1);
    }

    @Override
    public int trainSize() {
      return 10;
    }

    @Override
    public int trainLabel(int index) {
      return index == 0 ? 0 : 1;
    }

    @Override
    public Image trainImage(int index, int epoch) {
      return new Image(SHAPE, new float[] {index});
    }

    @Override
    public int validationSize() {
      return 3;
    }

    @Override
    public int validationLabel(int index) {
      return 1;
    }

    @Override
    public Image validationImage(int index) {
      return new Image(SHAPE, new float[] {index});
    }
  }

  private Trainer.Result train(
      CountingEngine engine, TrainingPlan plan, FolderCheckpoints checkpoints, Progress progress) {
    return new SupervisedTrainer()
        .train(
            NETWORK,
            plan,
            List.of(),
            new TenSamples(),
            engine,
            new Seed(7),
            checkpoints,
            DEAF,
            progress);
  }

  private static TrainingPlan plan(int epochs, int patience) {
    return new TrainingPlan(epochs, 4, false, patience, List.of());
  }

  private static IntToDoubleFunction slowlyBetter() {
    return steps -> Math.min(0.9, 0.1 + steps * 0.01);
  }

  @Test
  void everySampleIsSeenOnceAnEpochInAnOrderOfItsOwn() {
    CountingEngine engine = new CountingEngine(slowlyBetter());
    train(engine, plan(2, 0), new FolderCheckpoints(folder), Progress.none()).model().close();
    List<String> epochs = engine.log.stream().filter(l -> !l.startsWith("rate")).toList();
    assertThat(epochs).hasSize(6);
    String first = String.join("", epochs.subList(0, 3)).replaceAll("/[^/]*/ 1\\.0", "");
    String second = String.join("", epochs.subList(3, 6)).replaceAll("/[^/]*/ 1\\.0", "");
    assertThat(first).isNotEqualTo(second);
    for (String epoch : List.of(first, second)) {
      assertThat(epoch.trim().split(" "))
          .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }
    assertThat(engine.open).isEmpty();
  }

  @Test
  void aStoppedTrainingGoesOnAsIfItHadNotBeenStopped() {
    CountingEngine whole = new CountingEngine(slowlyBetter());
    Trainer.Result expected =
        train(whole, plan(4, 0), new FolderCheckpoints(folder.resolve(".")), Progress.none());

    CountingEngine broken = new CountingEngine(slowlyBetter());
    FolderCheckpoints checkpoints = new FolderCheckpoints(folder);
    AtomicInteger checks = new AtomicInteger();
    Progress cancelInThirdEpoch = Progress.cancelledWhen(() -> checks.incrementAndGet() > 10);
    assertThatThrownBy(() -> train(broken, plan(4, 0), checkpoints, cancelInThirdEpoch))
        .isInstanceOf(CancelledException.class);
    assertThat(checkpoints.epochs()).hasSize(2);
    assertThat(broken.open).isEmpty();

    CountingEngine resumed = new CountingEngine(slowlyBetter());
    Trainer.Result result = train(resumed, plan(4, 0), checkpoints, Progress.none());
    assertThat(result.epochs())
        .usingRecursiveComparison()
        .ignoringFields("seconds")
        .isEqualTo(expected.epochs());
    assertThat(resumed.log).isEqualTo(whole.log.subList(8, 16));
  }

  @Test
  void theBestEpochsWeightsAreHandedOverAndTrainingStopsEarly() {
    CountingEngine engine =
        new CountingEngine(steps -> steps <= 6 ? 0.1 * steps : Math.max(0.01, 0.6 - 0.05 * steps));
    Trainer.Result result =
        train(engine, plan(20, 3), new FolderCheckpoints(folder), Progress.none());
    assertThat(result.bestEpoch()).isEqualTo(2);
    assertThat(result.stoppedEarly()).isTrue();
    assertThat(result.epochs()).hasSize(5);
    assertThat(((CountingEngine.CountingModel) result.model()).steps).isEqualTo(6);
    assertThat(engine.open).containsExactly((CountingEngine.CountingModel) result.model());
  }

  @Test
  void balancedClassesWeighRareSamplesMore() {
    double[] weights = ClassWeights.of(new TenSamples(), true);
    assertThat(weights).containsExactly(5.0, 10.0 / 18);
  }

  @Test
  void aLossThatIsNoNumberEndsTheTrainingInWords() {
    CountingEngine engine = new CountingEngine(steps -> steps == 5 ? Double.NaN : 0.5);
    assertThatThrownBy(
            () -> train(engine, plan(4, 0), new FolderCheckpoints(folder), Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NaN in batch 2 of epoch 2")
        .hasMessageContaining("smaller learning rate");
    assertThat(engine.open).isEmpty();
  }
}
