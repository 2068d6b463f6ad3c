package axial.engine.dl4j;

import axial.data.Shape;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Describes a neutral network in DL4J's words. Layers stand in the same order with the same
 * indexes, but for {@link Layer.Flatten}, which is a preprocessor of the layer after it.
 */
final class Configurations {

  private Configurations() {}

  /** Whether DL4J can describe a network as a chain of layers. */
  static boolean isChain(Network network) {
    return network.layers().stream().noneMatch(Layer.Residual.class::isInstance);
  }

  /** What a network has that DL4J's layers cannot compute, or compute otherwise than Keras. */
  static Optional<String> unfitForDl4j(Network network) {
    if (!isChain(network)) {
      return Optional.of("residual blocks");
    }
    return network.layers().stream()
            .anyMatch(l -> l instanceof Layer.Convolution c && c.activation() == Activation.SOFTMAX)
        ? Optional.of("convolutions with a softmax over their channels")
        : Optional.empty();
  }

  /** A chain for training with DL4J's layers: the loss and the pooling are Axial's. */
  static MultiLayerConfiguration forTraining(Network network) {
    Optional<String> reason = unfitForDl4j(network);
    if (reason.isPresent()) {
      throw ProblemException.of(
          Problem.Kind.MACHINE,
          "The network %s has %s, and oneDNN, which computes them, is not in use here."
              .formatted(network.name(), reason.get()),
          "Run ./axial doctor to see why, or choose another model.");
    }
    return build(network, true);
  }

  /** A chain for a model file: stock classes only, so that plain DL4J can read it. */
  static MultiLayerConfiguration chain(Network network) {
    return build(network, false);
  }

  /** A graph for a model file, for networks with residual blocks. */
  static ComputationGraphConfiguration graph(Network network) {
    return new Graph(network).configuration();
  }

  private static MultiLayerConfiguration build(Network network, boolean training) {
    NeuralNetConfiguration.ListBuilder list = defaults().list();
    Shape shape = network.input();
    list.setInputType(InputType.convolutional(shape.height(), shape.width(), shape.channels()));
    boolean flat = false;
    int index = 0;
    for (int i = 0; i < network.layers().size(); i++) {
      Layer layer = network.layers().get(i);
      if (layer instanceof Layer.Flatten) {
        if (!flat) {
          list.inputPreProcessor(
              index,
              new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels()));
        }
        flat = true;
      } else {
        boolean last = i == network.layers().size() - 1;
        list.layer(
            index,
            last
                ? output((Layer.Dense) layer, training ? new StockLoss() : stock(network.loss()))
                : hidden(layer, training));
        flat |= layer instanceof Layer.Dense || layer instanceof Layer.GlobalAveragePooling;
        index++;
      }
      shape = layer.output(shape);
    }
    return list.build();
  }

  static NeuralNetConfiguration.Builder defaults() {
    return new NeuralNetConfiguration.Builder()
        .seed(0)
        .updater(new Sgd(1))
        .miniBatch(true)
        .cacheMode(CacheMode.DEVICE) // else convolutions are computed again going back
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
        .convolutionMode(ConvolutionMode.Same);
  }

  /** Refuses layers that need rows and columns where there are none. */
  static void requireRowsAndColumns(Network network) {
    boolean flat = false;
    for (Layer layer : network.layers()) {
      requireRowsAndColumns(network, layer, flat);
      flat |=
          layer instanceof Layer.Flatten
              || layer instanceof Layer.Dense
              || layer instanceof Layer.GlobalAveragePooling;
    }
  }

  private static void requireRowsAndColumns(Network network, Layer layer, boolean flat) {
    if (flat
        && (layer instanceof Layer.Convolution
            || layer instanceof Layer.MaxPooling
            || layer instanceof Layer.Residual
            || layer instanceof Layer.GlobalAveragePooling)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The network %s has a %s layer after its values were flattened."
              .formatted(network.name(), layer.kerasName()),
          "Put it before the Flatten, Dense or GlobalAveragePooling2D layer.");
    }
  }

  static org.deeplearning4j.nn.conf.layers.Layer hidden(Layer layer, boolean training) {
    if (layer instanceof Layer.Convolution c) {
      return new ConvolutionLayer.Builder(c.kernelHeight(), c.kernelWidth())
          .stride(c.stride(), c.stride())
          .nOut(c.filters())
          .activation(activation(c.activation()))
          .build();
    }
    if (layer instanceof Layer.MaxPooling p) {
      return training
          ? new Pooling(p.size(), p.stride())
          : Pooling.stock(p.size(), p.stride()).build();
    }
    if (layer instanceof Layer.GlobalAveragePooling) {
      return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
    }
    if (layer instanceof Layer.BatchNormalization b) {
      return new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder()
          .decay(b.momentum())
          .eps(b.epsilon())
          .useLogStd(false)
          .build();
    }
    if (layer instanceof Layer.Dropout d) {
      // DL4J's argument is the share to keep, and it takes 1 as "no dropout at all".
      return new DropoutLayer.Builder(1 - d.rate()).build();
    }
    if (layer instanceof Layer.Dense d) {
      return new DenseLayer.Builder()
          .nOut(d.units())
          .activation(activation(d.activation()))
          .build();
    }
    throw new IllegalArgumentException("This engine does not know the layer " + layer);
  }

  static ILossFunction stock(Loss loss) {
    return loss == Loss.BINARY_CROSS_ENTROPY ? new LossBinaryXENT() : new LossMCXENT();
  }

  static OutputLayer output(Layer.Dense head, ILossFunction loss) {
    return new OutputLayer.Builder(loss)
        .nOut(head.units())
        .activation(activation(head.activation()))
        .build();
  }

  static org.nd4j.linalg.activations.Activation activation(Activation activation) {
    return switch (activation) {
      case LINEAR -> org.nd4j.linalg.activations.Activation.IDENTITY;
      case RELU -> org.nd4j.linalg.activations.Activation.RELU;
      case SELU -> org.nd4j.linalg.activations.Activation.SELU;
      case SIGMOID -> org.nd4j.linalg.activations.Activation.SIGMOID;
      case TANH -> org.nd4j.linalg.activations.Activation.TANH;
      case SOFTMAX -> org.nd4j.linalg.activations.Activation.SOFTMAX;
    };
  }
}
