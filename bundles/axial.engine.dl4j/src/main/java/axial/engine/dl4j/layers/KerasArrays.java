package axial.engine.dl4j.layers;

import axial.data.Shape;
import axial.model.Layer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arrays of parameters of each kind of layer, in the order and the dimensions of Keras. */
public final class KerasArrays {

  private KerasArrays() {}

  /** Names and dimensions, in order; see {@link axial.model.Parameter}. */
  public static Map<String, List<Integer>> of(Layer layer, Shape in) {
    Map<String, List<Integer>> arrays = new LinkedHashMap<>();
    if (layer instanceof Layer.Convolution c) {
      arrays.put("kernel", List.of(c.kernelHeight(), c.kernelWidth(), in.channels(), c.filters()));
      arrays.put("bias", List.of(c.filters()));
    } else if (layer instanceof Layer.Dense d) {
      arrays.put("kernel", List.of(in.size(), d.units()));
      arrays.put("bias", List.of(d.units()));
    } else if (layer instanceof Layer.BatchNormalization) {
      for (String name : List.of("gamma", "beta", "moving_mean", "moving_variance")) {
        arrays.put(name, List.of(in.channels()));
      }
    } else if (layer instanceof Layer.Residual r) {
      chain(arrays, "body", r.body(), in);
      chain(arrays, "shortcut", r.shortcut(), in);
    }
    return arrays;
  }

  private static void chain(
      Map<String, List<Integer>> arrays, String name, List<Layer> chain, Shape in) {
    Shape shape = in;
    for (int i = 0; i < chain.size(); i++) {
      String prefix = name + "-" + i + "-";
      of(chain.get(i), shape).forEach((array, s) -> arrays.put(prefix + array, s));
      shape = chain.get(i).output(shape);
    }
  }

  /** How many values an array of such dimensions has. */
  public static long length(List<Integer> dimensions) {
    return dimensions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
