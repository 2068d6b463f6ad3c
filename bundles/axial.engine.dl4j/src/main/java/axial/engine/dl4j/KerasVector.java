package axial.engine.dl4j;

import axial.data.Shape;
import axial.engine.dl4j.layers.KerasArrays;
import axial.job.Draws;
import axial.job.Seed;
import axial.model.Layer;
import axial.model.Network;
import axial.model.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All parameters of a network in one vector: Keras's arrays one after the other. */
final class KerasVector {

  private record Slot(String name, List<Integer> shape) {
    int length() {
      return Math.toIntExact(KerasArrays.length(shape));
    }
  }

  private final List<Slot> slots = new ArrayList<>();

  KerasVector(Network network) {
    Map<String, Integer> seen = new HashMap<>();
    Shape shape = network.input();
    for (Layer layer : network.layers()) {
      int before = seen.merge(layer.kerasStem(), 1, Integer::sum) - 1;
      String prefix = layer.kerasStem() + (before == 0 ? "" : "_" + before) + "/";
      KerasArrays.of(layer, shape)
          .forEach((name, dimensions) -> slots.add(new Slot(prefix + name, dimensions)));
      shape = layer.output(shape);
    }
  }

  /** The arrays of a vector, copied. */
  List<Parameter> arrays(float[] vector) {
    List<Parameter> arrays = new ArrayList<>();
    int from = 0;
    for (Slot slot : slots) {
      int to = from + slot.length();
      arrays.add(new Parameter(slot.name(), slot.shape(), Arrays.copyOfRange(vector, from, to)));
      from = to;
    }
    return List.copyOf(arrays);
  }

  /** The vector of some arrays, given in order. */
  float[] vector(List<Parameter> arrays) {
    float[] vector = new float[slots.stream().mapToInt(Slot::length).sum()];
    int from = 0;
    for (Parameter array : arrays) {
      System.arraycopy(array.values(), 0, vector, from, array.values().length);
      from += array.values().length;
    }
    return vector;
  }

  /**
   * Keras's initial weights: kernels uniform in [-l, l] with l = sqrt(6 / (fan in + fan out))
   * (Glorot and Bengio 2010), where a convolution's fans count its receptive field; scales and
   * running variances 1, all else 0. Drawn in the order of the kernel's elements.
   */
  float[] initial(Seed seed) {
    List<Parameter> arrays = arrays(vector(List.of()));
    int kernels = 0;
    for (Parameter array : arrays) {
      float[] values = array.values();
      if (array.name().endsWith("kernel")) {
        List<Integer> s = array.shape();
        long field = s.size() == 4 ? (long) s.get(0) * s.get(1) : 1;
        long in = s.get(s.size() - 2);
        long out = s.get(s.size() - 1);
        double limit = StrictMath.sqrt(6.0 / (field * in + field * out));
        Draws draws = seed.derive(kernels++).draws();
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) draws.uniform(-limit, limit);
        }
      } else if (array.name().endsWith("gamma") || array.name().endsWith("moving_variance")) {
        Arrays.fill(values, 1);
      }
    }
    return vector(arrays);
  }
}
