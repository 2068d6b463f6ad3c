package axial.train;

import axial.job.Progress;
import axial.job.Seed;
import axial.model.Engine;
import axial.model.Network;
import axial.model.TrainableModel;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Trains a network. */
@ProviderType
public interface Trainer {

  /**
   * Trains until the plan's last epoch, until early stopping, until {@link Progress#finishNow()} or
   * until cancelled; begins where the checkpoints end. Runs on the calling thread and returns the
   * model with the weights of the best epoch (lowest validation loss); the caller closes it.
   *
   * <p>Asked to finish, it ends within one batch and drops the epoch that it is in; before its
   * first epoch is done it finishes that one. A pause in {@link Progress#check()} is between two
   * batches, on the calling thread, and counts for no epoch.
   *
   * @param schedules those that the plan names, at least
   * @param seed decides initial weights, order of samples and dropout
   * @throws axial.job.CancelledException when cancelled, within one batch; the checkpoints then
   *     hold the last finished epoch
   * @throws axial.job.ProblemException of kind USAGE when a schedule is unknown
   */
  Result train(
      Network network,
      TrainingPlan plan,
      List<LearningRateSchedule> schedules,
      TrainingData data,
      Engine engine,
      Seed seed,
      CheckpointStore checkpoints,
      TrainingListener listener,
      Progress progress);

  /**
   * A finished training.
   *
   * @param model with the best weights
   * @param epochs all epochs, those of a resumed training included
   * @param bestEpoch number of the epoch whose weights the model has
   * @param end what ended it
   */
  record Result(TrainableModel model, List<Epoch> epochs, int bestEpoch, End end) {
    /** Copies the list. */
    public Result {
      epochs = List.copyOf(epochs);
    }
  }

  /** What can end a training. */
  enum End {
    /** The plan's last epoch. */
    PLAN,
    /** Early stopping: the plan's patience was at its end. */
    PATIENCE,
    /** The user, by {@link Progress#finishNow()}. */
    USER
  }
}
