package axial.train.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.data.Shape;
import axial.job.CancelledException;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import axial.train.Epoch;
import axial.train.LearningRateSchedule;
import axial.train.Metrics;
import axial.train.Trainer;
import axial.train.TrainingListener;
import axial.train.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTrainerTest {

  private static final Shape SHAPE = TenSamples.SHAPE;
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
        .ignoringFields("seconds", "times")
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
    assertThat(result.end()).isEqualTo(Trainer.End.PATIENCE);
    assertThat(result.epochs()).hasSize(5);
    assertThat(((CountingEngine.CountingModel) result.model()).steps).isEqualTo(6);
    assertThat(engine.open).containsExactly((CountingEngine.CountingModel) result.model());
  }

  /** Wants the training to end from its so many-th check on. */
  private static Progress finishing(int checks, AtomicInteger done) {
    return new Progress() {
      @Override
      public void at(String task, long so, long many) {}

      @Override
      public boolean cancelled() {
        return false;
      }

      @Override
      public void check() {
        done.incrementAndGet();
      }

      @Override
      public boolean finishNow() {
        return done.get() >= checks;
      }
    };
  }

  @Test
  void aTrainingThatIsToFinishDropsItsEpochAndKeepsTheBest() {
    CountingEngine engine =
        new CountingEngine(steps -> steps <= 6 ? 0.1 * steps : Math.max(0.01, 0.6 - 0.05 * steps));
    AtomicInteger checks = new AtomicInteger();
    FolderCheckpoints checkpoints = new FolderCheckpoints(folder);
    // Four checks an epoch: three batches and one of validation. The 14th is in the fourth epoch.
    Trainer.Result result = train(engine, plan(20, 0), checkpoints, finishing(14, checks));
    assertThat(checks).hasValue(14);
    assertThat(result.end()).isEqualTo(Trainer.End.USER);
    assertThat(result.epochs()).hasSize(3);
    assertThat(checkpoints.epochs()).hasSize(3);
    assertThat(result.bestEpoch()).isEqualTo(2);
    assertThat(((CountingEngine.CountingModel) result.model()).steps).isEqualTo(6);
    assertThat(engine.open).containsExactly((CountingEngine.CountingModel) result.model());
  }

  @Test
  void theLastEpochsWeightsAreThoseOfItsEndAlthoughMoreStepsWereMade() {
    CountingEngine engine = new CountingEngine(slowlyBetter());
    Trainer.Result result =
        train(
            engine, plan(20, 0), new FolderCheckpoints(folder), finishing(11, new AtomicInteger()));
    assertThat(result.bestEpoch()).isEqualTo(2);
    assertThat(((CountingEngine.CountingModel) result.model()).steps).isEqualTo(6);
  }

  @Test
  void aTrainingThatIsToFinishAtOnceFinishesItsFirstEpoch() {
    CountingEngine engine = new CountingEngine(slowlyBetter());
    AtomicInteger checks = new AtomicInteger();
    Trainer.Result result =
        train(engine, plan(20, 0), new FolderCheckpoints(folder), finishing(0, checks));
    assertThat(result.epochs()).hasSize(1);
    assertThat(result.end()).isEqualTo(Trainer.End.USER);
    assertThat(checks).hasValue(5);
  }

  @Test
  void aTrainingThatIsToFinishInItsLastEpochButAfterItsLastBatchEndsAsPlanned() {
    CountingEngine engine = new CountingEngine(slowlyBetter());
    Trainer.Result result =
        train(engine, plan(2, 0), new FolderCheckpoints(folder), finishing(9, new AtomicInteger()));
    assertThat(result.epochs()).hasSize(2);
    assertThat(result.end()).isEqualTo(Trainer.End.PLAN);
  }

  @Test
  void aPauseIsOnTheTrainingThreadAndCountsForNoEpoch() {
    CountingEngine engine = new CountingEngine(slowlyBetter());
    Thread caller = Thread.currentThread();
    long pause = 200_000_000L;
    AtomicInteger checks = new AtomicInteger();
    Progress pausing =
        new Progress() {
          @Override
          public void at(String task, long done, long total) {}

          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public void check() {
            assertThat(Thread.currentThread()).isSameAs(caller);
            if (checks.incrementAndGet() == 2) {
              long until = System.nanoTime() + pause;
              while (System.nanoTime() < until) {
                Thread.onSpinWait();
              }
            }
          }
        };
    long began = System.nanoTime();
    Trainer.Result result = train(engine, plan(1, 0), new FolderCheckpoints(folder), pausing);
    double all = (System.nanoTime() - began) / 1e9;
    Epoch epoch = result.epochs().get(0);
    assertThat(epoch.seconds()).isLessThanOrEqualTo(all - pause / 1e9);
    Epoch.Times times = epoch.times();
    assertThat(times.data() + times.compute() + times.validation() + times.listeners())
        .isLessThanOrEqualTo(epoch.seconds());
  }

  @Test
  void anEpochSaysHowTheValidationPartWasCalled() {
    CountingEngine engine = new CountingEngine(steps -> steps <= 3 ? 0.4 : 0.6);
    Trainer.Result result =
        train(engine, plan(2, 0), new FolderCheckpoints(folder), Progress.none());
    assertThat(result.epochs())
        .extracting(Epoch::confusion)
        .containsExactly(
            List.of(List.of(0, 0), List.of(3, 0)), List.of(List.of(0, 0), List.of(0, 3)));
  }

  @Test
  void balancedClassesWeighRareSamplesMore() {
    double[] weights = ClassWeights.of(new TenSamples(), true);
    assertThat(weights).containsExactly(5.0, 10.0 / 18);
  }

  @Test
  void theValidationLossWeighsClassesAsTheTrainingDoes() {
    TrainingPlan balanced = new TrainingPlan(1, 5, true, 0, List.of());
    Trainer.Result result =
        train(
            new CountingEngine(steps -> 0.5),
            balanced,
            new FolderCheckpoints(folder),
            Progress.none());
    TenSamples data = new TenSamples();
    double weights = 0;
    for (int i = 0; i < data.validationSize(); i++) {
      weights += data.validationLabel(i) == 0 ? 5.0 : 10.0 / 18;
    }
    assertThat(result.epochs().get(0).validation().loss())
        .isCloseTo(Math.log(2) * weights / data.validationSize(), within(1e-12));
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

  @Test
  void weightsThatBlowUpInTheLastStepEndTheTrainingInWords() {
    CountingEngine engine = new CountingEngine(steps -> 0.5);
    engine.probability = steps -> steps == 6 ? Double.NaN : 0.5;
    FolderCheckpoints checkpoints = new FolderCheckpoints(folder);
    assertThatThrownBy(() -> train(engine, plan(4, 0), checkpoints, Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("validation loss became NaN after epoch 2");
    assertThat(checkpoints.epochs()).hasSize(1);
    assertThat(engine.open).isEmpty();
  }

  @Test
  void runningOutOfMemoryEndsTheTrainingWithABatchThatNeedsLess() {
    CountingEngine engine =
        new CountingEngine(
            steps -> {
              if (steps == 5) {
                throw new OutOfMemoryError("Java heap space");
              }
              return 0.5;
            });
    FolderCheckpoints checkpoints = new FolderCheckpoints(folder);
    assertThatThrownBy(() -> train(engine, plan(4, 0), checkpoints, Progress.none()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.MACHINE))
        .hasMessageContaining("a batch of 4. Use a smaller batch, for example --batch 2.");
    assertThat(checkpoints.epochs()).hasSize(1);
    assertThat(engine.open).isEmpty();
  }

  @Test
  void whatTheEngineSaysAboutMemoryIsHandedOnAsItIs() {
    ProblemException said =
        ProblemException.of(Problem.Kind.MACHINE, "It is full.", "Use --batch 3.");
    CountingEngine engine =
        new CountingEngine(
            steps -> {
              throw said;
            });
    assertThatThrownBy(
            () -> train(engine, plan(4, 0), new FolderCheckpoints(folder), Progress.none()))
        .isSameAs(said);
  }

  @Test
  void eachEpochSaysWhatItsTimeWentTo() {
    CountingEngine engine = new CountingEngine(slowlyBetter());
    Trainer.Result result =
        train(engine, plan(2, 0), new FolderCheckpoints(folder), Progress.none());
    for (Epoch epoch : result.epochs()) {
      Epoch.Times times = epoch.times();
      assertThat(times.compute()).isPositive();
      assertThat(times.validation()).isPositive();
      assertThat(times.data() + times.compute() + times.validation())
          .isLessThanOrEqualTo(epoch.seconds());
    }
    assertThat(result.epochs().get(0).times().checkpoint()).isZero();
    assertThat(result.epochs().get(1).times().checkpoint()).isPositive();
    assertThat(Epoch.Times.of(result.epochs()).shares()).isPresent();
  }

  @Test
  void aScheduleThatIsNotThereIsNamed() {
    TrainingPlan plan = new TrainingPlan(1, 4, false, 0, List.of(new Choice("warm-up", Map.of())));
    assertThatThrownBy(
            () ->
                train(
                    new CountingEngine(slowlyBetter()),
                    plan,
                    new FolderCheckpoints(folder),
                    Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no learning-rate schedule \"warm-up\"");
  }

  @Test
  void aTrainingThatIsDoneHandsItsBestModelOver() {
    CountingEngine engine = new CountingEngine(slowlyBetter());
    FolderCheckpoints checkpoints = new FolderCheckpoints(folder);
    train(engine, plan(2, 0), checkpoints, Progress.none()).model().close();
    engine.log.clear();
    Trainer.Result again = train(engine, plan(2, 0), checkpoints, Progress.none());
    assertThat(engine.log).isEmpty();
    assertThat(again.epochs()).hasSize(2);
    assertThat(((CountingEngine.CountingModel) again.model()).steps).isEqualTo(6);
  }

  @Test
  void schedulesSeeTheSameEpochsAfterAResumption() {
    List<Epoch> seen = new ArrayList<>();
    FolderCheckpoints checkpoints = new FolderCheckpoints(folder);
    train(halving(seen), 3, checkpoints);
    List<Epoch> first = List.copyOf(seen);
    seen.clear();
    train(halving(seen), 4, checkpoints);
    assertThat(seen).hasSize(4);
    assertThat(seen.subList(0, 3)).isEqualTo(first);
    assertThat(seen).extracting(Epoch::learningRate).containsExactly(0.1, 0.05, 0.025, 0.0125);
  }

  @Test
  void aScheduleSetsTheRateOfTheFirstEpochAndKnowsHowManyThereAre() {
    CountingEngine engine = new CountingEngine(slowlyBetter());
    TrainingPlan plan = new TrainingPlan(2, 4, false, 0, List.of(new Choice("rising", Map.of())));
    new SupervisedTrainer()
        .train(
            NETWORK,
            plan,
            List.of(schedule("rising", Rising::new)),
            new TenSamples(),
            engine,
            new Seed(7),
            new FolderCheckpoints(folder),
            DEAF,
            Progress.none())
        .model()
        .close();
    assertThat(engine.log)
        .filteredOn(l -> l.startsWith("rate"))
        .containsExactly("rate 0.05", "rate 0.1");
  }

  /** A course that rises to the whole rate in the last epoch. */
  private record Rising(int epochs) implements LearningRateSchedule.Course {
    @Override
    public double first(double rate) {
      return rate / epochs;
    }

    @Override
    public double after(Epoch epoch, double rate) {
      return rate + rate / epoch.number();
    }
  }

  private void train(LearningRateSchedule schedule, int epochs, FolderCheckpoints checkpoints) {
    TrainingPlan plan =
        new TrainingPlan(epochs, 4, false, 0, List.of(new Choice(schedule.id(), Map.of())));
    new SupervisedTrainer()
        .train(
            NETWORK,
            plan,
            List.of(schedule),
            new TenSamples(),
            new CountingEngine(slowlyBetter()),
            new Seed(7),
            checkpoints,
            DEAF,
            Progress.none())
        .model()
        .close();
  }

  /** A schedule that halves the rate each epoch and keeps what it was shown. */
  private static LearningRateSchedule halving(List<Epoch> seen) {
    return schedule(
        "halving",
        epochs ->
            (epoch, rate) -> {
              seen.add(epoch);
              return rate / 2;
            });
  }

  private static LearningRateSchedule schedule(
      String id, IntFunction<LearningRateSchedule.Course> course) {
    return new LearningRateSchedule() {
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
      public Course begin(Settings settings, int epochs) {
        return course.apply(epochs);
      }
    };
  }
}
