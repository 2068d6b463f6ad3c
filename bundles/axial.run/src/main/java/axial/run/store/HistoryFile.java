package axial.run.store;

import axial.train.Epoch;
import java.util.List;
import java.util.Objects;

/**
 * {@code checkpoint/history.json}: the finished epochs and the number of the best one.
 *
 * @param endedByUser whether the user ended the training after the last of them; older files do not
 *     say, as nobody could
 */
record HistoryFile(List<Epoch> epochs, int best, Boolean endedByUser) {

  HistoryFile {
    endedByUser = Objects.requireNonNullElse(endedByUser, false);
  }
}
