package axial.run.stages;

import axial.data.ImageStore;
import axial.data.Labels;
import axial.data.Split;
import axial.job.Progress;
import axial.job.Seed;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.run.RunEvent;
import axial.run.RunSpec;
import axial.run.Stage;
import axial.run.store.RunFolder;
import axial.train.CheckpointStore;
import axial.train.Epoch;
import axial.train.Metrics;
import axial.train.Trainer;
import axial.train.TrainingListener;
import java.nio.file.Path;
import java.util.List;

/** The training stage: trains, or goes on training, and keeps the finished model. */
public final class Training {

  private final RunSpec spec;
  private final Crew crew;
  private final Fence fence;
  private final RunEvents events;
  private final RunFolder folder;

  /** The training of one run. */
  public Training(RunSpec spec, Crew crew, Fence fence, RunEvents events, RunFolder folder) {
    this.spec = spec;
    this.crew = crew;
    this.fence = fence;
    this.events = events;
    this.folder = folder;
  }

  /** The trained model, already written to the run; the caller closes it. */
  public TrainableModel train(
      Network network,
      Labels labels,
      Split split,
      ImageStore.Images images,
      Standardization standardization,
      Progress progress) {
    Augmentation augmentation = new Augmentation(crew.augmenters(), spec.seed(), fence);
    SplitData data =
        new SplitData(labels, split, images, augmentation, standardization, crew.holdOuts());
    Trainer.Result result =
        events.stage(
            Stage.TRAIN,
            () ->
                crew.trainer()
                    .train(
                        network,
                        spec.plan(),
                        crew.schedules(),
                        data,
                        crew.engine().extension(),
                        new Seed(spec.seed()).derive("train"),
                        new Checkpoints(),
                        new Told(),
                        folder.endedByUser()
                            ? new FinishingProgress(progress, () -> true)
                            : progress),
            r ->
                "%d %s%s; the weights of epoch %d are kept%s%s"
                    .formatted(
                        r.epochs().size(),
                        r.epochs().size() == 1 ? "epoch" : "epochs",
                        end(r.end()),
                        r.bestEpoch(),
                        Epoch.Times.of(r.epochs()).shares().map(s -> "; " + s).orElse(""),
                        images.note().map(note -> ". " + note).orElse("")));
    if (result.end() == Trainer.End.USER && !folder.endedByUser()) {
      folder.writeEndedByUser();
    }
    folder.writeModel(result.model());
    return result.model();
  }

  private static String end(Trainer.End end) {
    return switch (end) {
      case PLAN -> "";
      case PATIENCE -> ", stopped early";
      case USER -> ", then ended by the user";
    };
  }

  private final class Told implements TrainingListener {
    @Override
    public void batchDone(int epoch, int batch, int batches, Metrics metrics) {
      events.send(new RunEvent.BatchDone(folder.id(), epoch, batch, batches, metrics));
    }

    @Override
    public void epochDone(Epoch epoch, boolean best) {
      events.send(new RunEvent.EpochDone(folder.id(), epoch, spec.plan().epochs(), best));
    }
  }

  private final class Checkpoints implements CheckpointStore {
    @Override
    public void keep(TrainableModel model, List<Epoch> epochs, boolean best) {
      folder.writeCheckpoint(
          model, epochs, best ? epochs.size() : folder.bestEpoch(), best, spec.keepEpochs());
    }

    @Override
    public List<Epoch> epochs() {
      return folder.epochs();
    }

    @Override
    public Path lastModel() {
      return folder.lastModel();
    }

    @Override
    public Path bestModel() {
      return folder.bestModel();
    }
  }
}
