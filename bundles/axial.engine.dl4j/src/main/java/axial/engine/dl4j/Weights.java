package axial.engine.dl4j;

import axial.data.Shape;
import axial.model.Layer;
import axial.model.Network;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sets and reads a network's weights as Keras's {@code get_weights} lists them: arrays in the order
 * of the layers, each in C order.
 *
 * <ul>
 *   <li>Convolution: kernel {@code [rows][columns][in][out]} (HWIO), bias {@code [out]}.
 *   <li>Dense: kernel {@code [in][out]}, bias {@code [out]}. After a {@link Layer.Flatten} the
 *       inputs are counted row, column, channel, channels fastest (HWC).
 *   <li>Batch normalisation: gamma, beta, running mean, running variance, each {@code [channels]}.
 * </ul>
 *
 * <p>DL4J holds convolutions as {@code [out][in][rows][columns]} and counts flattened values
 * channel, row, column; this class turns one into the other. Used within the runtime only.
 */
final class Weights {

  private final Model net;
  private final List<Slot> slots = new ArrayList<>();

  /**
   * One array of a layer.
   *
   * @param name the parameter's name in DL4J, such as {@code 0_W}
   * @param kind what it is
   * @param counted what its first axis counts: values of this shape, flattened (not for kernels of
   *     convolutions)
   */
  private record Slot(String name, Kind kind, Shape counted) {}

  private enum Kind {
    CONVOLUTION_KERNEL,
    DENSE_KERNEL,
    VECTOR
  }

  Weights(Model net, Network network) {
    this.net = net;
    Shape shape = network.input();
    Shape counted = shape; // what is counted by a flat value: itself, or what was flattened
    int index = 0;
    for (Layer layer : network.layers()) {
      Shape output = layer.output(shape);
      if (layer instanceof Layer.Residual r) {
        chain(index + "-body-", r.body(), shape);
        chain(index + "-shortcut-", r.shortcut(), shape);
      } else {
        add(Integer.toString(index), layer, shape, counted);
      }
      boolean valueByValue =
          layer instanceof Layer.Dropout || layer instanceof Layer.BatchNormalization;
      if (!(layer instanceof Layer.Flatten)) {
        index++;
        counted = valueByValue ? counted : output;
      }
      shape = output;
    }
  }

  private void chain(String name, List<Layer> chain, Shape in) {
    Shape shape = in;
    for (int i = 0; i < chain.size(); i++) {
      add(name + i, chain.get(i), shape, shape);
      shape = chain.get(i).output(shape);
    }
  }

  private void add(String name, Layer layer, Shape shape, Shape counted) {
    if (layer instanceof Layer.Convolution) {
      slots.add(new Slot(name + "_W", Kind.CONVOLUTION_KERNEL, shape));
      Shape filters = new Shape(1, 1, layer.output(shape).channels());
      slots.add(new Slot(name + "_b", Kind.VECTOR, filters));
    } else if (layer instanceof Layer.Dense) {
      slots.add(new Slot(name + "_W", Kind.DENSE_KERNEL, counted));
      slots.add(new Slot(name + "_b", Kind.VECTOR, layer.output(shape)));
    } else if (layer instanceof Layer.BatchNormalization) {
      boolean flat = shape.height() == 1 && shape.width() == 1;
      Shape channels = flat ? counted : new Shape(1, 1, shape.channels());
      for (String array : List.of("gamma", "beta", "mean", "var")) {
        slots.add(new Slot(name + "_" + array, Kind.VECTOR, channels));
      }
    }
  }

  /** How many arrays there are. */
  int count() {
    return slots.size();
  }

  /** How many values array {@code s} has. */
  int length(int s) {
    return Math.toIntExact(parameter(s).length());
  }

  /** The dimensions of array {@code s} in Keras. */
  long[] dimensions(int s) {
    long[] dl4j = parameter(s).shape();
    return switch (slots.get(s).kind()) {
      case CONVOLUTION_KERNEL -> new long[] {dl4j[2], dl4j[3], dl4j[1], dl4j[0]};
      case DENSE_KERNEL -> dl4j;
      case VECTOR -> new long[] {parameter(s).length()};
    };
  }

  /** Sets array {@code s}. */
  void set(int s, float[] values) {
    INDArray parameter = parameter(s);
    INDArray keras = Nd4j.createFromArray(values);
    if (slots.get(s).kind() == Kind.CONVOLUTION_KERNEL) {
      parameter.assign(keras.reshape(dimensions(s)).permute(3, 2, 0, 1));
    } else {
      Shape from = slots.get(s).counted();
      long rest = parameter.length() / from.size();
      parameter.assign(
          keras
              .reshape(from.height(), from.width(), from.channels(), rest)
              .permute(2, 0, 1, 3)
              .dup('c')
              .reshape(parameter.shape()));
    }
  }

  /** A copy of array {@code s}. */
  float[] get(int s) {
    INDArray parameter = parameter(s);
    if (slots.get(s).kind() == Kind.CONVOLUTION_KERNEL) {
      return elements(parameter.permute(2, 3, 1, 0));
    }
    Shape from = slots.get(s).counted();
    long rest = parameter.length() / from.size();
    return elements(
        parameter
            .dup('c')
            .reshape(from.channels(), from.height(), from.width(), rest)
            .permute(1, 2, 0, 3));
  }

  private static float[] elements(INDArray array) {
    return array.dup('c').reshape(array.length()).toFloatVector();
  }

  private INDArray parameter(int s) {
    return net.getParam(slots.get(s).name());
  }
}
