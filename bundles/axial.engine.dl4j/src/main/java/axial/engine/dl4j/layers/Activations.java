package axial.engine.dl4j.layers;

import axial.model.Activation;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** Activations that oneDNN computes in the same pass as the layer before them. */
final class Activations {

  private Activations() {}

  /**
   * The attribute of a computation that is followed by an activation, but for a softmax, which is
   * left to {@link Elementwise#softmax}.
   */
  static primitive_attr after(Activation activation) {
    primitive_attr attributes = new primitive_attr();
    post_ops then = new post_ops();
    switch (activation) {
      case LINEAR, SOFTMAX -> {
        return attributes; // a softmax is over all channels: Elementwise does it
      }
      case RELU -> then.append_eltwise(1, algorithm.eltwise_relu, 0, 0);
      case SELU ->
          then.append_eltwise(
              Elementwise.SELU_SCALE, algorithm.eltwise_elu, Elementwise.SELU_ALPHA, 0);
      case SIGMOID -> then.append_eltwise(1, algorithm.eltwise_logistic, 0, 0);
      case TANH -> then.append_eltwise(1, algorithm.eltwise_tanh, 0, 0);
    }
    attributes.set_post_ops(then);
    return attributes;
  }
}
