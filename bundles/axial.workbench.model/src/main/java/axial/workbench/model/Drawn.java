package axial.workbench.model;

import axial.data.Shape;
import axial.model.Layer;
import axial.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One row of a network as it is drawn and listed.
 *
 * @param layer what stands there
 * @param words what it is, with its sizes
 * @param output the shape after it
 * @param flat whether the output is a vector
 * @param parameters how many it has
 */
record Drawn(Layer layer, String words, Shape output, boolean flat, long parameters) {

  /** The rows of a network, from the first layer to the last. */
  static List<Drawn> of(Network network) {
    List<Drawn> rows = new ArrayList<>();
    List<Shape> shapes = network.shapes();
    boolean flat = false;
    for (int i = 0; i < shapes.size(); i++) {
      Layer layer = network.layers().get(i);
      flat |= layer instanceof Layer.Flatten || layer instanceof Layer.GlobalAveragePooling;
      Shape before = i == 0 ? network.input() : shapes.get(i - 1);
      rows.add(new Drawn(layer, words(layer), shapes.get(i), flat, layer.parameters(before)));
    }
    return List.copyOf(rows);
  }

  /** "80 × 80 × 16", or "128" for a vector. */
  String shape() {
    return flat ? String.format(Locale.ROOT, "%,d", output.channels()) : shape(output);
  }

  /** "80 × 80 × 16". */
  static String shape(Shape shape) {
    return "%d × %d × %d".formatted(shape.height(), shape.width(), shape.channels());
  }

  private static String words(Layer layer) {
    if (layer instanceof Layer.Convolution c) {
      return "Conv2D %d×%d".formatted(c.kernelHeight(), c.kernelWidth())
          + (c.stride() > 1 ? ", stride " + c.stride() : "");
    }
    if (layer instanceof Layer.MaxPooling pool) {
      return "MaxPooling2D %d×%d".formatted(pool.size(), pool.size());
    }
    if (layer instanceof Layer.Dropout dropout) {
      return String.format(Locale.ROOT, "Dropout %.0f %%", 100 * dropout.rate());
    }
    if (layer instanceof Layer.Dense dense) {
      return "Dense, " + dense.activation().name().toLowerCase(Locale.ROOT);
    }
    if (layer instanceof Layer.Residual residual) {
      return "Residual, " + residual.body().size() + " layers";
    }
    return layer.kerasName();
  }
}
