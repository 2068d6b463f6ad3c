package axial.train;

import axial.model.TrainableModel;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a training keeps what it needs to go on after an interruption. Each write replaces the
 * former state whole or not at all.
 */
@ProviderType
public interface CheckpointStore {

  /**
   * Keeps the state after an epoch: the model as it stands, all epochs so far, and the best one.
   */
  void keep(TrainableModel model, List<Epoch> epochs, boolean best);

  /** The epochs of an earlier, interrupted training; empty for a new one. */
  List<Epoch> epochs();

  /** The saved model after the last of {@link #epochs()}; only when that is not empty. */
  Path lastModel();

  /** The saved model of the best epoch; only when {@link #epochs()} is not empty. */
  Path bestModel();
}
