package axial.engine.dl4j;

import axial.data.Shape;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Network;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;

/**
 * Describes a network with residual blocks as a DL4J graph of stock layers. A layer's vertex is
 * named by its number, flattenings not counted; those of a block {@code N-body-M}, {@code
 * N-shortcut-M}, {@code N-sum} and {@code N}.
 */
final class Graph {

  private final ComputationGraphConfiguration.GraphBuilder builder;
  private String last = "image";

  Graph(Network network) {
    Shape shape = network.input();
    builder =
        Configurations.defaults()
            .graphBuilder()
            .addInputs(last)
            .setInputTypes(
                InputType.convolutional(shape.height(), shape.width(), shape.channels()));
    boolean flat = false;
    int index = 0;
    int end = network.layers().size() - 1;
    for (int i = 0; i <= end; i++) {
      Layer layer = network.layers().get(i);
      String name = Integer.toString(index);
      if (layer instanceof Layer.Flatten) {
        if (!flat) {
          builder.inputPreProcessor(
              name,
              new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels()));
        }
        flat = true;
      } else {
        if (layer instanceof Layer.Residual r) {
          block(name, r);
        } else {
          add(
              name,
              i == end
                  ? Configurations.output((Layer.Dense) layer, Configurations.stock(network.loss()))
                  : Configurations.hidden(layer, false));
        }
        flat |= layer instanceof Layer.Dense || layer instanceof Layer.GlobalAveragePooling;
        index++;
      }
      shape = layer.output(shape);
    }
    builder.setOutputs(last);
  }

  private void block(String name, Layer.Residual r) {
    String in = last;
    chain(name + "-body-", r.body());
    String body = last;
    last = in;
    chain(name + "-shortcut-", r.shortcut());
    builder.addVertex(name + "-sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), body, last);
    last = name + "-sum";
    if (r.activation() != Activation.LINEAR) {
      add(name, new ActivationLayer(Configurations.activation(r.activation())));
    }
  }

  private void chain(String name, List<Layer> layers) {
    for (int i = 0; i < layers.size(); i++) {
      add(name + i, Configurations.hidden(layers.get(i), false));
    }
  }

  private void add(String name, org.deeplearning4j.nn.conf.layers.Layer layer) {
    builder.addLayer(name, layer, last);
    last = name;
  }

  ComputationGraphConfiguration configuration() {
    return builder.build();
  }
}
