package axial.train.loop;

import axial.model.TrainableModel;
import axial.train.CheckpointStore;
import axial.train.Epoch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checkpoints in a folder, epochs in memory. */
final class FolderCheckpoints implements CheckpointStore {

  private final Path folder;
  private List<Epoch> epochs = List.of();

  FolderCheckpoints(Path folder) {
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
    return folder.resolve("last");
  }

  @Override
  public Path bestModel() {
    return folder.resolve("best");
  }
}
