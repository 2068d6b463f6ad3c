package axial.workbench.explanation;

import axial.view.Picked;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An image of a run that can be explained.
 *
 * @param run folder of the run
 * @param epoch as of which epoch; 0 for the weights that the run has kept
 * @param source of the sample
 */
record Asked(Path run, int epoch, String source) {

  /** What is selected, where it names a run. */
  static Optional<Asked> of(Picked picked) {
    return picked.run().map(run -> new Asked(run, picked.epoch(), picked.source()));
  }

  /** The epoch; empty for the weights that the run has kept. */
  OptionalInt asOf() {
    return epoch > 0 ? OptionalInt.of(epoch) : OptionalInt.empty();
  }

  /** The same as a selection. */
  Picked picked() {
    return new Picked(source, Optional.of(run), epoch);
  }

  /** The last part of the source, as a short name. */
  String name() {
    return source.substring(source.lastIndexOf('/') + 1);
  }
}
