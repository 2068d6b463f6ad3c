package axial.engine.dl4j.layers;

import axial.data.Shape;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Network;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Describes a neutral network to DL4J in Axial's own layers: one a layer, but none for {@link
 * Layer.Flatten}, since NHWC values are flat as they stand. The last layer gives logits: the
 * sigmoid or softmax belongs to the loss.
 */
public final class OwnLayers {

  private final Setting setting;

  /** Layers that compute with this library and these threads. */
  public OwnLayers(OneDnn dnn, Chunks chunks, DropoutSeed dropout) {
    this.setting = new Setting(dnn, new Elementwise(chunks), dropout);
  }

  /** The configuration of a network. */
  public MultiLayerConfiguration configuration(Network network) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(0)
            .updater(new Sgd(1))
            .cacheMode(CacheMode.NONE)
            .trainingWorkspaceMode(WorkspaceMode.NONE) // layers keep their memory themselves
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    List<Layer> layers = new ArrayList<>(network.layers());
    Layer.Dense head = (Layer.Dense) layers.remove(layers.size() - 1);
    layers.add(new Layer.Dense(head.units(), Activation.LINEAR));
    Shape shape = network.input();
    int index = 0;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      Shape in = shape;
      int at = i;
      if (!(layer instanceof Layer.Flatten)) {
        list.layer(index, new OwnLayer(layer, in, p -> kernel(layers, at, in, p, at), index == 0));
        index++;
      }
      shape = layer.output(shape);
    }
    return list.build();
  }

  /** Bytes that the layers of a network keep for each image of a training step. */
  public static long bytesPerImage(Network network) {
    return Float.BYTES * (network.input().size() + values(network.layers(), network.input()));
  }

  /** Outputs, gradients by inputs, and a quarter more for the places of maxima and the like. */
  private static long values(List<Layer> chain, Shape in) {
    long values = 0;
    Shape shape = in;
    for (Layer layer : chain) {
      Shape out = layer.output(shape);
      if (layer instanceof Layer.Residual r) {
        values += values(r.body(), shape) + values(r.shortcut(), shape) + 2L * out.size();
      } else if (!(layer instanceof Layer.Flatten)) {
        values += shape.size() + out.size() * 5L / 4;
      }
      shape = out;
    }
    return values;
  }

  /** The kernel of one layer of a chain, with a view to its neighbours. */
  private Kernel kernel(
      List<Layer> chain, int at, Shape in, Parameters parameters, int dropoutNumber) {
    Layer layer = chain.get(at);
    if (layer instanceof Layer.Convolution c) {
      return new ConvolutionKernel(setting, c, in, parameters, poolsAReluAfter(chain, at));
    }
    if (layer instanceof Layer.MaxPooling p) {
      return PoolingKernel.maximum(setting, p, in, left(chain, at));
    }
    if (layer instanceof Layer.GlobalAveragePooling) {
      return PoolingKernel.globalMean(setting, in);
    }
    if (layer instanceof Layer.BatchNormalization b) {
      return new NormalizationKernel(setting, b, in, parameters);
    }
    if (layer instanceof Layer.Dropout d) {
      boolean inPlace = at > 0 && poolsAReluAfter(chain, at - 1);
      return new DropoutKernel(setting, dropoutNumber, d.rate(), in, inPlace);
    }
    if (layer instanceof Layer.Dense d) {
      return new DenseKernel(setting, d.activation(), in, d.units(), parameters);
    }
    if (layer instanceof Layer.Residual r) {
      return new ResidualKernel(
          setting,
          chain(r.body(), in, parameters.below("body-"), at),
          chain(r.shortcut(), in, parameters.below("shortcut-"), ~at),
          r.activation(),
          r.output(in));
    }
    throw new IllegalArgumentException("This engine does not know the layer " + layer);
  }

  private List<Kernel> chain(List<Layer> layers, Shape in, Parameters parameters, int block) {
    List<Kernel> kernels = new ArrayList<>();
    Shape shape = in;
    for (int i = 0; i < layers.size(); i++) {
      kernels.add(kernel(layers, i, shape, parameters.below(i + "-"), 1000 * (block + 1) + i));
      shape = layers.get(i).output(shape);
    }
    return kernels;
  }

  /** Whether a convolution with ReLU is followed, but for a dropout, by a maximum pooling. */
  private static boolean poolsAReluAfter(List<Layer> chain, int convolution) {
    int pooling = convolution + 1;
    if (pooling < chain.size() && chain.get(pooling) instanceof Layer.Dropout) {
      pooling++;
    }
    return chain.get(convolution) instanceof Layer.Convolution c
        && c.activation() == Activation.RELU
        && pooling < chain.size()
        && chain.get(pooling) instanceof Layer.MaxPooling;
  }

  private static PoolingKernel.Left left(List<Layer> chain, int pooling) {
    int before = pooling - 1;
    float scale = 1;
    if (before >= 0 && chain.get(before) instanceof Layer.Dropout d) {
      scale = DropoutKernel.scale(d.rate());
      before--;
    }
    return before >= 0 && poolsAReluAfter(chain, before)
        ? new PoolingKernel.Left(true, scale)
        : PoolingKernel.Left.NOTHING;
  }
}
