package axial.view;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A selected image.
 *
 * @param source of its sample
 * @param run the run in which it is looked at; empty when it is looked at as data
 * @param epoch as of which epoch of that run; 0 for the weights that the run has kept
 */
public record Picked(String source, Optional<Path> run, int epoch) {

  /** One of the data. */
  public static Picked ofData(String source) {
    return new Picked(source, Optional.empty(), 0);
  }

  /** One of a run, by the weights that it has kept. */
  public static Picked ofRun(Path run, String source) {
    return new Picked(source, Optional.of(run), 0);
  }
}
