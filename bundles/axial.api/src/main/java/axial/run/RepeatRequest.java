package axial.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A finished run that is to be made again.
 *
 * @param run its folder
 * @param out where to keep the new run, as in {@link Runs#run}
 * @param data address of the data where it lies here; nothing for the images that were sent with
 *     the run, else for the address of its record. The record's manifest decides whether it is the
 *     same
 * @param anyway whether to go on when images have changed, or without the evaluators and explainers
 *     that are missing; else they are told before the training begins
 */
public record RepeatRequest(Path run, Optional<Path> out, Optional<String> data, boolean anyway) {

  /** A repetition with the data of the record, kept in the workspace. */
  public static RepeatRequest of(Path run) {
    return new RepeatRequest(run, Optional.empty(), Optional.empty(), false);
  }
}
