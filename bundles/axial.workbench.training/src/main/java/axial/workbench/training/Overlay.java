package axial.workbench.training;

import axial.run.RunRecord;
import axial.train.Epoch;
import java.nio.file.Path;
import java.util.List;

/**
 * An earlier run that is drawn beside the training.
 *
 * @param name its id, with a word when it leaks
 */
record Overlay(Path folder, String name, List<Epoch> epochs) {

  /** The overlay of a run. */
  static Overlay of(RunRecord run) {
    return new Overlay(
        run.folder(), run.id() + (run.stamp().isPresent() ? " (leaks)" : ""), run.epochs());
  }
}
