package axial.bench;

import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** A network of the zoo as someone who uses plain DL4J would write it, with DL4J's defaults. */
final class StockNetwork {

  private final Network network;
  private int vertices;

  StockNetwork(Network network) {
    this.network = network;
  }

  /** Whether DL4J's simpler class can hold it. */
  boolean isChain() {
    return network.layers().stream().noneMatch(Layer.Residual.class::isInstance);
  }

  MultiLayerNetwork chain() {
    ListBuilder list = defaults().list();
    for (Layer layer : network.layers()) {
      if (!(layer instanceof Layer.Flatten)) { // DL4J puts it in by itself
        list.layer(layer(layer));
      }
    }
    MultiLayerNetwork net = new MultiLayerNetwork(list.setInputType(input()).build());
    net.init();
    return net;
  }

  ComputationGraph graph() {
    GraphBuilder graph = defaults().graphBuilder().addInputs("input").setInputTypes(input());
    graph.setOutputs(through(graph, network.layers(), "input"));
    ComputationGraph net = new ComputationGraph(graph.build());
    net.init();
    return net;
  }

  private String through(GraphBuilder graph, List<Layer> layers, String before) {
    String last = before;
    for (Layer layer : layers) {
      if (layer instanceof Layer.Residual block) {
        String body = through(graph, block.body(), last);
        String shortcut = through(graph, block.shortcut(), last);
        String sum = "sum" + vertices;
        graph.addVertex(sum, new ElementWiseVertex(ElementWiseVertex.Op.Add), body, shortcut);
        last = add(graph, new ActivationLayer(activation(block.activation())), sum);
      } else if (!(layer instanceof Layer.Flatten)) {
        last = add(graph, layer(layer), last);
      }
    }
    return last;
  }

  private String add(
      GraphBuilder graph, org.deeplearning4j.nn.conf.layers.Layer layer, String before) {
    String name = "layer" + vertices++;
    graph.addLayer(name, layer, before);
    return name;
  }

  private NeuralNetConfiguration.Builder defaults() {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(updater(network.optimizer()))
        .convolutionMode(ConvolutionMode.Same);
  }

  private InputType input() {
    return InputType.convolutional(
        network.input().height(), network.input().width(), network.input().channels());
  }

  private static IUpdater updater(Optimizer optimizer) {
    if (optimizer instanceof Optimizer.Adam a) {
      return new Adam(a.learningRate(), a.beta1(), a.beta2(), a.epsilon());
    }
    if (optimizer instanceof Optimizer.RmsProp r) {
      return new RmsProp(r.learningRate(), r.rho(), r.epsilon());
    }
    return new Sgd(optimizer.learningRate());
  }

  private org.deeplearning4j.nn.conf.layers.Layer layer(Layer layer) {
    if (layer instanceof Layer.Convolution c) {
      return new ConvolutionLayer.Builder(c.kernelHeight(), c.kernelWidth())
          .stride(c.stride(), c.stride())
          .nOut(c.filters())
          .activation(activation(c.activation()))
          .build();
    }
    if (layer instanceof Layer.MaxPooling p) {
      return new SubsamplingLayer.Builder(PoolingType.MAX)
          .kernelSize(p.size(), p.size())
          .stride(p.stride(), p.stride())
          .build();
    }
    if (layer instanceof Layer.GlobalAveragePooling) {
      return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
    }
    if (layer instanceof Layer.BatchNormalization b) {
      return new BatchNormalization.Builder()
          .decay(b.momentum())
          .eps(b.epsilon())
          .useLogStd(false) // as the weights are saved
          .build();
    }
    if (layer instanceof Layer.Dropout d) {
      return new DropoutLayer.Builder(1 - d.rate()).build(); // DL4J's is the share to keep
    }
    if (layer instanceof Layer.Dense d) {
      return d.equals(network.layers().get(network.layers().size() - 1))
          ? output(d)
          : new DenseLayer.Builder().nOut(d.units()).activation(activation(d.activation())).build();
    }
    throw new UnsupportedOperationException("nothing is known of the layer " + layer);
  }

  private OutputLayer output(Layer.Dense head) {
    return new OutputLayer.Builder(
            network.loss() == Loss.BINARY_CROSS_ENTROPY ? new LossBinaryXENT() : new LossMCXENT())
        .nOut(head.units())
        .activation(activation(head.activation()))
        .build();
  }

  private static org.nd4j.linalg.activations.Activation activation(Activation activation) {
    return activation == Activation.LINEAR
        ? org.nd4j.linalg.activations.Activation.IDENTITY
        : org.nd4j.linalg.activations.Activation.valueOf(activation.name());
  }
}
