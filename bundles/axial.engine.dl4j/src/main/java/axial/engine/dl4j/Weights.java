package axial.engine.dl4j;

import axial.data.Shape;
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
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
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

  private static final Map<String, String> KERAS_NAMES =
      Map.of("mean", "moving_mean", "var", "moving_variance");

  private final MultiLayerNetwork net;
  private final List<Slot> slots = new ArrayList<>();

  /**
   * One array of a layer.
   *
   * @param name the parameter's name in DL4J, such as {@code 0_W}
   * @param kerasName its name in Keras, such as {@code conv2d/kernel}
   * @param kind what it is
   * @param counted what its first axis counts: values of this shape, flattened (not for kernels of
   *     convolutions)
   */
  private record Slot(String name, String kerasName, Kind kind, Shape counted) {}

  private enum Kind {
    CONVOLUTION_KERNEL,
    DENSE_KERNEL,
    VECTOR
  }

  Weights(MultiLayerNetwork net, Network network) {
    this.net = net;
    Shape shape = network.input();
    Shape counted = shape; // what is counted by a flat value: itself, or what was flattened
    int index = 0;
    Map<String, Integer> seen = new HashMap<>();
    for (Layer layer : network.layers()) {
      int before = seen.merge(layer.kerasStem(), 1, Integer::sum) - 1;
      String keras = layer.kerasStem() + (before == 0 ? "" : "_" + before) + "/";
      Shape output = layer.output(shape);
      if (layer instanceof Layer.Convolution) {
        add(index, "W", keras + "kernel", Kind.CONVOLUTION_KERNEL, shape);
        add(index, "b", keras + "bias", Kind.VECTOR, new Shape(1, 1, output.channels()));
      } else if (layer instanceof Layer.Dense) {
        add(index, "W", keras + "kernel", Kind.DENSE_KERNEL, counted);
        add(index, "b", keras + "bias", Kind.VECTOR, output);
      } else if (layer instanceof Layer.BatchNormalization) {
        boolean flat = shape.height() == 1 && shape.width() == 1;
        for (String name : List.of("gamma", "beta", "mean", "var")) {
          add(
              index,
              name,
              keras + KERAS_NAMES.getOrDefault(name, name),
              Kind.VECTOR,
              flat ? counted : new Shape(1, 1, shape.channels()));
        }
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

  private void add(int index, String name, String kerasName, Kind kind, Shape counted) {
    slots.add(new Slot(index + "_" + name, kerasName, kind, counted));
  }

  /** Copies of all arrays. */
  List<Parameter> all() {
    List<Parameter> all = new ArrayList<>();
    for (int s = 0; s < slots.size(); s++) {
      List<Integer> shape = Arrays.stream(dimensions(s)).mapToObj(Math::toIntExact).toList();
      all.add(new Parameter(slots.get(s).kerasName(), shape, get(s)));
    }
    return List.copyOf(all);
  }

  /** How many arrays there are. */
  int count() {
    return slots.size();
  }

  /**
   * Keras's initial weights: kernels uniform in [-l, l] with l = sqrt(6 / (fan in + fan out))
   * (Glorot and Bengio 2010), where a convolution's fans count its receptive field; all else as
   * DL4J has made it: biases, beta and running means 0, gamma and running variances 1. Drawn in the
   * order of the kernel's elements.
   */
  void initialise(Seed seed) {
    int kernels = 0;
    for (int s = 0; s < slots.size(); s++) {
      if (slots.get(s).kind() != Kind.VECTOR) {
        long[] dimensions = dimensions(s);
        long field = dimensions.length == 4 ? dimensions[0] * dimensions[1] : 1;
        long in = dimensions[dimensions.length - 2];
        long out = dimensions[dimensions.length - 1];
        double limit = StrictMath.sqrt(6.0 / (field * in + field * out));
        Draws draws = seed.derive(kernels).draws();
        float[] kernel = new float[Math.toIntExact(field * in * out)];
        for (int i = 0; i < kernel.length; i++) {
          kernel[i] = (float) draws.uniform(-limit, limit);
        }
        set(s, kernel);
        kernels++;
      }
    }
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

  /** Whether array {@code s} is a running average, which the optimiser leaves alone. */
  boolean isAverage(int s) {
    return RunningAverages.isOne(slots.get(s).name());
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
