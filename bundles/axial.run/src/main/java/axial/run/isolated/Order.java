package axial.run.isolated;

import axial.run.RunRequest;

/**
 * The first line that the process of a run is given; after it come {@link #STOP} and {@link
 * #FINISH}, and the end of the input means to stop as well.
 *
 * @param request what to make
 * @param folder where
 */
record Order(RunRequest request, String folder) {

  /** The line that stops the run. */
  static final String STOP = "stop";

  /** The line that ends the training with what it has. */
  static final String FINISH = "finish";
}
