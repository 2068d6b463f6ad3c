package axial.zoo;

import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;

/** The last layer of a classifier: one sigmoid unit for two classes, else a softmax over them. */
final class Head {

  private Head() {}

  static Layer layer(int classes) {
    return classes == 2
        ? new Layer.Dense(1, Activation.SIGMOID)
        : new Layer.Dense(classes, Activation.SOFTMAX);
  }

  static Loss loss(int classes) {
    return classes == 2 ? Loss.BINARY_CROSS_ENTROPY : Loss.CATEGORICAL_CROSS_ENTROPY;
  }
}
