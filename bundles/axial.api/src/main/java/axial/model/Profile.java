package axial.model;

import axial.data.Shape;
import java.util.List;

/**
 * Where the time of a training step goes.
 *
 * @param images in the batch
 * @param rows parts of the step in the order in which it goes forward
 * @param step seconds of a whole step, the median
 */
public record Profile(int images, List<Row> rows, double step) {

  /** Copies the rows. */
  public Profile {
    rows = List.copyOf(rows);
  }

  /**
   * One part of a step.
   *
   * @param part a layer by Keras's name, or what is done beside the layers
   * @param output the layer's output shape for one image
   * @param forward seconds going forward, the median of the steps
   * @param backward seconds going back, the median of the steps
   */
  public record Row(String part, Shape output, double forward, double backward) {}
}
