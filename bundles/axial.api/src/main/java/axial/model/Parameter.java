package axial.model;

import java.util.List;

/**
 * One array of a network's weights, as Keras's {@code get_weights} lists them: layer by layer, each
 * in C order.
 *
 * <ul>
 *   <li>Convolution: kernel {@code [rows][columns][in][out]} (HWIO), bias {@code [out]}.
 *   <li>Dense: kernel {@code [in][out]}, bias {@code [out]}. After a {@link Layer.Flatten} the
 *       inputs are counted row, column, channel, channels fastest (HWC).
 *   <li>Batch normalisation: gamma, beta, running mean, running variance, each {@code [channels]}.
 *   <li>Residual block: the arrays of its body, then those of its shortcut.
 * </ul>
 *
 * @param name Keras's name, such as {@code conv2d_1/kernel}
 * @param shape its dimensions
 * @param values as many as the product of the dimensions; nobody writes to them after construction
 */
public record Parameter(String name, List<Integer> shape, float[] values) {

  /** Copies the dimensions and checks that they fit the values. */
  public Parameter {
    shape = List.copyOf(shape);
    long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    if (size != values.length) {
      throw new IllegalArgumentException(
          "The array %s of %s cannot have %d values.".formatted(name, shape, values.length));
    }
  }
}
