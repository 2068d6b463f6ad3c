package axial.run.store;

import axial.train.Epoch;
import java.util.List;

/** {@code checkpoint/history.json}: the finished epochs and the number of the best one. */
record HistoryFile(List<Epoch> epochs, int best) {}
