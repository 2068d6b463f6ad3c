package axial.model;

import axial.data.Shape;
import java.util.List;
import java.util.function.ToLongBiFunction;
import java.util.stream.Stream;

/**
 * One layer of a {@link Network}. Padding of convolutions and pooling is TensorFlow's {@code same}:
 * the output has ceil(input / stride) rows and columns, and an odd cell of padding goes to the
 * bottom and the right.
 */
public sealed interface Layer {

  /** The name that Keras prints for this kind of layer, such as {@code Conv2D}. */
  String kerasName();

  /** The stem of Keras's automatic names, such as {@code conv2d}. */
  String kerasStem();

  /**
   * The shape of its output. After {@link Flatten} a shape is 1 x 1 x units.
   *
   * @throws IllegalArgumentException when the layer cannot follow such an input
   */
  Shape output(Shape input);

  /** How many parameters it has for such an input, those that are not trained included. */
  long parameters(Shape input);

  /** How many of its parameters are kept by the layer without being trained. */
  default long untrainedParameters(Shape input) {
    return 0;
  }

  /**
   * Two-dimensional convolution with bias.
   *
   * @param filters output channels
   * @param kernelHeight rows of the kernel
   * @param kernelWidth columns of the kernel
   * @param stride step in both directions
   * @param activation applied to the result
   */
  record Convolution(
      int filters, int kernelHeight, int kernelWidth, int stride, Activation activation)
      implements Layer {
    /** Checks that the numbers are at least 1. */
    public Convolution {
      requirePositive("convolution", filters, kernelHeight, kernelWidth, stride);
    }

    @Override
    public String kerasName() {
      return "Conv2D";
    }

    @Override
    public String kerasStem() {
      return "conv2d";
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(ceilDiv(input.height(), stride), ceilDiv(input.width(), stride), filters);
    }

    @Override
    public long parameters(Shape input) {
      return ((long) kernelHeight * kernelWidth * input.channels() + 1) * filters;
    }
  }

  /** Maximum over windows of {@code size} x {@code size}, {@code stride} apart. */
  record MaxPooling(int size, int stride) implements Layer {
    /** Checks that the numbers are at least 1. */
    public MaxPooling {
      requirePositive("max pooling", size, stride);
    }

    @Override
    public String kerasName() {
      return "MaxPooling2D";
    }

    @Override
    public String kerasStem() {
      return "max_pooling2d";
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(
          ceilDiv(input.height(), stride), ceilDiv(input.width(), stride), input.channels());
    }

    @Override
    public long parameters(Shape input) {
      return 0;
    }
  }

  /** Mean over all rows and columns of each channel; the output is flat. */
  record GlobalAveragePooling() implements Layer {
    @Override
    public String kerasName() {
      return "GlobalAveragePooling2D";
    }

    @Override
    public String kerasStem() {
      return "global_average_pooling2d";
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(1, 1, input.channels());
    }

    @Override
    public long parameters(Shape input) {
      return 0;
    }
  }

  /**
   * Normalises each channel by the batch's mean and variance while training, and by their running
   * averages when predicting (Ioffe and Szegedy 2015).
   *
   * @param momentum share of the running average that is kept at each step, as in Keras
   * @param epsilon added to the variance
   */
  record BatchNormalization(double momentum, double epsilon) implements Layer {
    /** Checks the ranges. */
    public BatchNormalization {
      if (!(momentum >= 0 && momentum < 1) || !(epsilon > 0)) {
        throw new IllegalArgumentException(
            "Batch normalisation needs a momentum in [0, 1) and an epsilon above 0; these are %s and %s."
                .formatted(momentum, epsilon));
      }
    }

    @Override
    public String kerasName() {
      return "BatchNormalization";
    }

    @Override
    public String kerasStem() {
      return "batch_normalization";
    }

    @Override
    public Shape output(Shape input) {
      return input;
    }

    @Override
    public long parameters(Shape input) {
      return 4L * input.channels();
    }

    @Override
    public long untrainedParameters(Shape input) {
      return 2L * input.channels();
    }
  }

  /**
   * Sets values to zero at random while training and scales the others up.
   *
   * @param rate share that is dropped, in [0, 1), as in Keras
   */
  record Dropout(double rate) implements Layer {
    /** Checks the range. */
    public Dropout {
      if (!(rate >= 0 && rate < 1)) {
        throw new IllegalArgumentException("A dropout rate must be in [0, 1); it was " + rate);
      }
    }

    @Override
    public String kerasName() {
      return "Dropout";
    }

    @Override
    public String kerasStem() {
      return "dropout";
    }

    @Override
    public Shape output(Shape input) {
      return input;
    }

    @Override
    public long parameters(Shape input) {
      return 0;
    }
  }

  /**
   * Adds what a chain of layers makes of its input to the input itself (He and others, "Deep
   * residual learning", 2016): {@code activation(shortcut(x) + body(x))}.
   *
   * @param body at least one layer, without {@link Flatten}, {@link Dense}, {@link
   *     GlobalAveragePooling} or another block
   * @param shortcut layers of the same kinds that bring the input to the body's output shape; empty
   *     when it has it already
   * @param activation applied to the sum; not softmax
   */
  record Residual(List<Layer> body, List<Layer> shortcut, Activation activation) implements Layer {
    /** Copies the layers and checks their kinds. */
    public Residual {
      body = List.copyOf(body);
      shortcut = List.copyOf(shortcut);
      boolean fits =
          !body.isEmpty()
              && Stream.concat(body.stream(), shortcut.stream())
                  .allMatch(
                      l ->
                          l instanceof Convolution
                              || l instanceof MaxPooling
                              || l instanceof BatchNormalization
                              || l instanceof Dropout);
      if (!fits || activation == Activation.SOFTMAX) {
        throw new IllegalArgumentException(
            "A residual block is made of convolutions, max pooling, batch normalisation and dropout"
                + " and does not end in a softmax; this one was %s, %s, %s."
                    .formatted(body, shortcut, activation));
      }
    }

    @Override
    public String kerasName() {
      return "Residual";
    }

    @Override
    public String kerasStem() {
      return "residual";
    }

    @Override
    public Shape output(Shape input) {
      Shape output = through(body, input);
      Shape added = through(shortcut, input);
      if (!output.equals(added)) {
        throw new IllegalArgumentException(
            "A residual block cannot add %s to %s; give it a shortcut that makes them equal."
                .formatted(added, output));
      }
      return output;
    }

    @Override
    public long parameters(Shape input) {
      return sum(input, Layer::parameters);
    }

    @Override
    public long untrainedParameters(Shape input) {
      return sum(input, Layer::untrainedParameters);
    }

    private long sum(Shape input, ToLongBiFunction<Layer, Shape> count) {
      long total = 0;
      for (List<Layer> chain : List.of(body, shortcut)) {
        Shape shape = input;
        for (Layer layer : chain) {
          total += count.applyAsLong(layer, shape);
          shape = layer.output(shape);
        }
      }
      return total;
    }

    private static Shape through(List<Layer> chain, Shape input) {
      Shape shape = input;
      for (Layer layer : chain) {
        shape = layer.output(shape);
      }
      return shape;
    }
  }

  /** Lays rows, columns and channels out as one vector, channels fastest. */
  record Flatten() implements Layer {
    @Override
    public String kerasName() {
      return "Flatten";
    }

    @Override
    public String kerasStem() {
      return "flatten";
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(1, 1, input.size());
    }

    @Override
    public long parameters(Shape input) {
      return 0;
    }
  }

  /** Fully connected layer with bias; its input is flat. */
  record Dense(int units, Activation activation) implements Layer {
    /** Checks that there is a unit. */
    public Dense {
      requirePositive("dense layer", units);
    }

    @Override
    public String kerasName() {
      return "Dense";
    }

    @Override
    public String kerasStem() {
      return "dense";
    }

    @Override
    public Shape output(Shape input) {
      if (input.height() != 1 || input.width() != 1) {
        throw new IllegalArgumentException(
            "A dense layer needs a flat input, not %s; put a Flatten before it.".formatted(input));
      }
      return new Shape(1, 1, units);
    }

    @Override
    public long parameters(Shape input) {
      return (input.channels() + 1L) * units;
    }
  }

  private static int ceilDiv(int a, int b) {
    return (a + b - 1) / b;
  }

  private static void requirePositive(String what, int... numbers) {
    for (int number : numbers) {
      if (number < 1) {
        throw new IllegalArgumentException(
            "The sizes of a " + what + " must be at least 1; one was " + number);
      }
    }
  }
}
