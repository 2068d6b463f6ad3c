package axial.run.store;

import axial.model.TrainableModel;
import axial.train.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder {@code checkpoint/} of a run: its finished epochs and the models after them. */
public final class CheckpointFolder {

  private final Path folder;
  private final Path history;
  private final Json json;

  CheckpointFolder(Path folder, Json json) {
    this.folder = folder;
    this.history = folder.resolve("history.json");
    this.json = json;
  }

  /**
   * Keeps the state after an epoch; the history goes last, as it says that the rest is there.
   *
   * @param keepAll whether the models of earlier epochs stay
   */
  public void write(
      TrainableModel model, List<Epoch> epochs, int best, boolean isBest, boolean keepAll) {
    Path last = folder.resolve("last-" + epochs.size() + ".zip");
    WholeFiles.write(last, model::save);
    if (isBest) {
      WholeFiles.copy(last, folder.resolve("best-" + best + ".zip"));
    }
    WholeFiles.write(history, json.file(new HistoryFile(epochs, best, false)));
    removeOld(epochs.size(), best, keepAll);
  }

  private void removeOld(int last, int best, boolean keepAll) {
    try (var list = Files.list(folder)) {
      for (Path old : list.toList()) {
        String name = String.valueOf(old.getFileName());
        if (name.endsWith(".zip")
            && !(keepAll && name.startsWith("last-"))
            && !name.equals("last-" + last + ".zip")
            && !name.equals("best-" + best + ".zip")) {
          Files.delete(old);
        }
      }
    } catch (IOException broken) {
      throw WholeFiles.unwritable(folder, broken);
    }
  }

  /** The finished epochs. */
  public List<Epoch> epochs() {
    return history().epochs();
  }

  /** The number of the epoch with the best weights, 0 before the first. */
  public int bestEpoch() {
    return history().best();
  }

  /** Writes down that the user ended the training after the last finished epoch. */
  public void writeEndedByUser() {
    HistoryFile known = history();
    WholeFiles.write(history, json.file(new HistoryFile(known.epochs(), known.best(), true)));
  }

  /** Whether the user ended the training after the last finished epoch. */
  public boolean endedByUser() {
    return history().endedByUser();
  }

  HistoryFile history() {
    return Files.exists(history)
        ? json.read(history, RunFiles.bytes(history), HistoryFile.class)
        : new HistoryFile(List.of(), 0, false);
  }

  /** The model after the last finished epoch. */
  public Path lastModel() {
    return folder.resolve("last-" + epochs().size() + ".zip");
  }

  /** The model of the best epoch. */
  public Path bestModel() {
    return folder.resolve("best-" + bestEpoch() + ".zip");
  }

  /** The model after an epoch, if it was kept, as those of the last and of the best epoch are. */
  public Optional<Path> epochModel(int epoch) {
    return epoch < 1 || epoch > epochs().size()
        ? Optional.empty()
        : Stream.of("last-", "best-")
            .map(name -> folder.resolve(name + epoch + ".zip"))
            .filter(Files::exists)
            .findFirst();
  }

  /** The numbers of the epochs whose models were kept. */
  public List<Integer> keptEpochs() {
    return epochs().stream()
        .map(Epoch::number)
        .filter(number -> epochModel(number).isPresent())
        .toList();
  }
}
