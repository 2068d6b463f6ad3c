package axial.engine.dl4j;

import axial.data.Shape;
import axial.job.Draws;
import axial.job.Seed;
import axial.model.Layer;
import axial.model.Network;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sets and reads weights in Keras's layout.
 *
 * <p>The order of parameters is Keras's: layer by layer, kernel before bias. A convolution's kernel
 * is {@code [rows][columns][in][out]} (HWIO), a dense kernel {@code [in][out]}, and the inputs of a
 * dense layer after a {@link Layer.Flatten} are counted row, column, channel, channels fastest.
 * DL4J holds kernels as {@code [out][in][rows][columns]} and counts flattened inputs channel, row,
 * column.
 */
final class Weights {

  private final MultiLayerNetwork net;
  private final List<Slot> slots = new ArrayList<>();

  /** A layer with a kernel: where it stands in DL4J, and the shape of its input. */
  private record Slot(Layer layer, int index, Shape input, boolean flattened) {}

  Weights(MultiLayerNetwork net, Network network) {
    this.net = net;
    Shape shape = network.input();
    Shape before = shape;
    boolean flattened = false;
    int index = 0;
    for (Layer layer : network.layers()) {
      if (layer instanceof Layer.Flatten) {
        before = shape;
        flattened = true;
      } else {
        if (layer instanceof Layer.Convolution || layer instanceof Layer.Dense) {
          slots.add(new Slot(layer, index, flattened ? before : shape, flattened));
          flattened = false;
        }
        index++;
      }
      shape = layer.output(shape);
    }
  }

  /** How many layers have a kernel and a bias. */
  int count() {
    return slots.size();
  }

  /**
   * Keras's initial weights: kernels uniform in [-l, l] with l = sqrt(6 / (fan in + fan out))
   * (Glorot and Bengio 2010), where a convolution's fans count its receptive field; biases 0. Drawn
   * in the order of the kernel's elements.
   */
  void initialise(Seed seed) {
    for (int s = 0; s < slots.size(); s++) {
      long[] dimensions = kernelDimensions(slots.get(s));
      long field = dimensions.length == 4 ? dimensions[0] * dimensions[1] : 1;
      long in = dimensions[dimensions.length - 2];
      long out = dimensions[dimensions.length - 1];
      double limit = StrictMath.sqrt(6.0 / (field * in + field * out));
      Draws draws = seed.derive(s).draws();
      float[] kernel = new float[Math.toIntExact(field * in * out)];
      for (int i = 0; i < kernel.length; i++) {
        kernel[i] = (float) draws.uniform(-limit, limit);
      }
      set(s, kernel, new float[Math.toIntExact(out)]);
    }
  }

  /** Sets kernel and bias of the layer with number {@code s} among those that have a kernel. */
  void set(int s, float[] kernel, float[] bias) {
    Slot slot = slots.get(s);
    INDArray keras = Nd4j.createFromArray(kernel).reshape(kernelDimensions(slot));
    net.getParam(slot.index() + "_W").assign(toDl4j(slot, keras));
    net.getParam(slot.index() + "_b").assign(Nd4j.createFromArray(bias).reshape(1, bias.length));
  }

  private static INDArray toDl4j(Slot slot, INDArray keras) {
    if (slot.layer() instanceof Layer.Convolution) {
      return keras.permute(3, 2, 0, 1);
    }
    Shape input = slot.input();
    if (!slot.flattened()) {
      return keras;
    }
    long out = keras.size(1);
    return keras
        .reshape(input.height(), input.width(), input.channels(), out)
        .permute(2, 0, 1, 3)
        .dup('c')
        .reshape(input.size(), out);
  }

  private static long[] kernelDimensions(Slot slot) {
    if (slot.layer() instanceof Layer.Convolution c) {
      return new long[] {c.kernelHeight(), c.kernelWidth(), slot.input().channels(), c.filters()};
    }
    long in = slot.flattened() ? slot.input().size() : slot.input().channels();
    return new long[] {in, ((Layer.Dense) slot.layer()).units()};
  }
}
