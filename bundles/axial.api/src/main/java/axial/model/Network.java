package axial.model;

import axial.data.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A network described without an engine: a chain of layers, an optimiser and a loss. It holds no
 * class of the bundle that made it, so a run can go on, and can be repeated, when that bundle is
 * gone.
 *
 * <p>The last layer is a {@link Layer.Dense} with either one sigmoid unit and binary cross-entropy
 * (two classes; the unit gives the probability of the positive class), or one softmax unit a class
 * and categorical cross-entropy.
 *
 * @param name the name of the model, such as {@code final}
 * @param input shape of one image
 * @param layers from input to output
 * @param optimizer how it is trained
 * @param loss what training makes small
 */
public record Network(
    String name, Shape input, List<Layer> layers, Optimizer optimizer, Loss loss) {

  /** Copies the layers and checks that they fit together and that the head fits the loss. */
  public Network {
    layers = List.copyOf(layers);
    Shape shape = input;
    for (Layer layer : layers) {
      shape = layer.output(shape);
    }
    if (layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof Layer.Dense head)) {
      throw new IllegalArgumentException("Network " + name + " must end with a dense layer.");
    }
    boolean sigmoid = head.units() == 1 && head.activation() == Activation.SIGMOID;
    boolean softmax = head.units() > 1 && head.activation() == Activation.SOFTMAX;
    if (!(loss == Loss.BINARY_CROSS_ENTROPY ? sigmoid : softmax)) {
      throw new IllegalArgumentException(
          "Network %s ends with %d %s units, which do not go with the loss %s."
              .formatted(name, head.units(), head.activation(), loss));
    }
  }

  /** How many classes it tells apart, at least 2. */
  public int classes() {
    return Math.max(2, shapes().get(layers.size() - 1).channels());
  }

  /** The output shape of each layer. */
  public List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    Shape shape = input;
    for (Layer layer : layers) {
      shape = layer.output(shape);
      shapes.add(shape);
    }
    return List.copyOf(shapes);
  }

  /** How many parameters it has in all. */
  public long parameters() {
    return sum(Layer::parameters);
  }

  /** The summary that Keras 2.4 prints: layers with output shapes and parameter counts. */
  public String summary() {
    StringBuilder text = new StringBuilder();
    String line = "_".repeat(65) + "\n";
    String doubleLine = "=".repeat(65) + "\n";
    text.append("Model: \"").append(name).append("\"\n").append(line);
    row(text, "Layer (type)", "Output Shape", "Param #");
    text.append(doubleLine);
    Map<String, Integer> seen = new HashMap<>();
    List<Shape> shapes = shapes();
    boolean flat = false;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      int before = seen.merge(layer.kerasStem(), 1, Integer::sum) - 1;
      flat |= layer instanceof Layer.Flatten || layer instanceof Layer.GlobalAveragePooling;
      Shape shape = shapes.get(i);
      row(
          text,
          layer.kerasStem() + (before == 0 ? "" : "_" + before) + " (" + layer.kerasName() + ")",
          flat
              ? "(None, " + shape.channels() + ")"
              : "(None, %d, %d, %d)".formatted(shape.height(), shape.width(), shape.channels()),
          Long.toString(layer.parameters(i == 0 ? input : shapes.get(i - 1))));
      text.append(i == layers.size() - 1 ? doubleLine : line);
    }
    long untrained = sum(Layer::untrainedParameters);
    text.append(String.format(Locale.ROOT, "Total params: %,d\n", parameters()));
    text.append(String.format(Locale.ROOT, "Trainable params: %,d\n", parameters() - untrained));
    text.append(String.format(Locale.ROOT, "Non-trainable params: %,d\n", untrained));
    return text.append(line).toString();
  }

  private static void row(StringBuilder text, String name, String shape, String parameters) {
    text.append(String.format("%-28.28s %-25s %-10s", name, shape, parameters).stripTrailing());
    text.append('\n');
  }

  private long sum(java.util.function.ToLongBiFunction<Layer, Shape> count) {
    long total = 0;
    Shape shape = input;
    for (Layer layer : layers) {
      total += count.applyAsLong(layer, shape);
      shape = layer.output(shape);
    }
    return total;
  }
}
