package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.data.Labels;
import axial.job.CancelledException;
import axial.job.Choice;
import axial.job.Progress;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.Network;
import axial.model.Optimizer;
import axial.model.TrainableModel;
import axial.train.CheckpointStore;
import axial.train.Epoch;
import axial.train.Metrics;
import axial.train.Trainer;
import axial.train.TrainingData;
import axial.train.TrainingListener;
import axial.train.TrainingPlan;
import axial.train.loop.SupervisedTrainer;
import axial.train.schedule.PlateauAccuracy;
import axial.train.schedule.PlateauLoss;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trainer with this engine: an interrupted training ends as an uninterrupted one does. */
class ResumedTrainingTest {

  private static final Network NETWORK = Small.convolutional(Optimizer.RmsProp.keras());
  private static final TrainingPlan PLAN =
      new TrainingPlan(
          6,
          8,
          true,
          0,
          List.of(
              new Choice("plateau-loss", Map.of("patience", "1")),
              new Choice("plateau-accuracy", Map.of("patience", "1"))));

  @TempDir Path folder;

  private Trainer.Result train(CheckpointStore checkpoints, Progress progress) {
    return new SupervisedTrainer()
        .train(
            NETWORK,
            PLAN,
            List.of(new PlateauLoss(), new PlateauAccuracy()),
            new Noise(),
            Small.engine(),
            new Seed(7),
            checkpoints,
            new Deaf(),
            progress);
  }

  @Test
  void aStoppedTrainingEndsWithTheSameBits() throws IOException {
    Trainer.Result whole =
        train(new Folder(Files.createDirectory(folder.resolve("whole"))), Progress.none());
    assertThat(whole.epochs()).hasSize(6);
    assertThat(whole.epochs().get(5).learningRate()).isLessThan(0.001);

    Folder stopped = new Folder(Files.createDirectory(folder.resolve("stopped")));
    AtomicInteger checks = new AtomicInteger();
    assertThatThrownBy(
            () -> train(stopped, Progress.cancelledWhen(() -> checks.incrementAndGet() > 23)))
        .isInstanceOf(CancelledException.class);
    assertThat(stopped.epochs()).hasSizeBetween(2, 5);
    Trainer.Result resumed = train(stopped, Progress.none());

    assertThat(resumed.bestEpoch()).isEqualTo(whole.bestEpoch());
    assertThat(resumed.epochs())
        .usingRecursiveComparison()
        .ignoringFields("seconds", "times")
        .isEqualTo(whole.epochs());
    try (TrainableModel a = whole.model();
        TrainableModel b = resumed.model()) {
      Batch batch = Small.batch(9, 77);
      assertThat(b.predict(batch)).isDeepEqualTo(a.predict(batch));
    }
  }

  /** 30 images of noise, a third of them positive, other noise each epoch. */
  private static final class Noise implements TrainingData {
    @Override
    public Labels labels() {
      return Small.TWO;
    }

    @Override
    public int trainSize() {
      return 30;
    }

    @Override
    public int trainLabel(int index) {
      return index % 3 == 0 ? 1 : 0;
    }

    @Override
    public Image trainImage(int index, int epoch) {
      return new Image(Small.INPUT, Small.batch(1, 100L * epoch + index).values());
    }

    @Override
    public int validationSize() {
      return 10;
    }

    @Override
    public int validationLabel(int index) {
      return index % 2;
    }

    @Override
    public Image validationImage(int index) {
      return new Image(Small.INPUT, Small.batch(1, -1 - index).values());
    }
  }

  private static final class Deaf implements TrainingListener {
    @Override
    public void batchDone(int epoch, int batch, int batches, Metrics metrics) {}

    @Override
    public void epochDone(Epoch epoch, boolean best) {}
  }

  private static final class Folder implements CheckpointStore {
    private final Path folder;
    private List<Epoch> epochs = List.of();

    Folder(Path folder) {
      this.folder = folder;
    }

    @Override
    public void keep(TrainableModel model, List<Epoch> all, boolean best) {
      try {
        Files.deleteIfExists(lastModel());
        model.save(lastModel());
        if (best) {
          Files.deleteIfExists(bestModel());
          model.save(bestModel());
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
      epochs = List.copyOf(all);
    }

    @Override
    public List<Epoch> epochs() {
      return epochs;
    }

    @Override
    public Path lastModel() {
      return folder.resolve("last.zip");
    }

    @Override
    public Path bestModel() {
      return folder.resolve("best.zip");
    }
  }
}
