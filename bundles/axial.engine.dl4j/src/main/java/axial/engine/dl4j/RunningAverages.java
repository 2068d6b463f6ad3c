package axial.engine.dl4j;

import axial.model.Layer;
import axial.model.Network;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The running means and variances of batch normalisation. DL4J hands their change over as if it
 * were a gradient that is taken away as it stands: neither divided by the batch nor seen by the
 * optimiser.
 */
final class RunningAverages {

  private final Map<String, INDArray> next = new LinkedHashMap<>();

  /** Works the next averages out, before the optimiser touches parameters and gradients. */
  RunningAverages(Network network, MultiLayerNetwork net) {
    if (network.layers().stream().anyMatch(Layer.BatchNormalization.class::isInstance)) {
      net.gradient()
          .gradientForVariable()
          .forEach(
              (name, change) -> {
                if (isOne(name)) {
                  next.put(name, net.getParam(name).sub(change));
                }
              });
    }
  }

  /** Sets them, over what the optimiser has made of them. */
  void apply(MultiLayerNetwork net) {
    next.forEach((name, value) -> net.getParam(name).assign(value));
  }

  /** Whether a parameter of that name in DL4J is a running average. */
  static boolean isOne(String name) {
    return name.endsWith("_mean") || name.endsWith("_var");
  }
}
