package axial.engine.dl4j;

import axial.model.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The optimiser's state and its step over all parameters at once. The rules are Keras 2.4's, with
 * epsilon outside the root; ND4J's own RMSprop has it inside.
 */
final class UpdateRule {

  private final Optimizer optimizer;
  private final List<INDArray> moments = new ArrayList<>();
  private long steps;

  /** A rule that has made no step, for this many parameters. */
  UpdateRule(Optimizer optimizer, long parameters) {
    this.optimizer = optimizer;
    int needed =
        optimizer instanceof Optimizer.Adam ? 2 : optimizer instanceof Optimizer.Sgd ? 0 : 1;
    for (int i = 0; i < needed; i++) {
      moments.add(Nd4j.zeros(1, parameters));
    }
  }

  /** The moving averages, each as long as the parameters; may be written to when loading. */
  List<INDArray> moments() {
    return moments;
  }

  /** Frees the moving averages. */
  void close() {
    moments.forEach(INDArray::close);
  }

  /** How many steps were made. */
  long steps() {
    return steps;
  }

  /** Goes on after that many steps. */
  void setSteps(long steps) {
    this.steps = steps;
  }

  /**
   * What to take away from the parameters.
   *
   * @param g gradient of the mean loss, {@code [1][parameters]}; is overwritten
   */
  INDArray step(INDArray g, double learningRate) {
    steps++;
    if (optimizer instanceof Optimizer.Adam adam) {
      INDArray m = moments.get(0);
      INDArray v = moments.get(1);
      m.muli(adam.beta1()).addi(g.mul(1 - adam.beta1()));
      g.muli(g);
      v.muli(adam.beta2()).addi(g.muli(1 - adam.beta2()));
      double rate =
          learningRate
              * Math.sqrt(1 - Math.pow(adam.beta2(), steps))
              / (1 - Math.pow(adam.beta1(), steps));
      return m.div(Transforms.sqrt(v, true).addi(adam.epsilon())).muli(rate);
    }
    if (optimizer instanceof Optimizer.RmsProp rms) {
      INDArray v = moments.get(0);
      v.muli(rms.rho()).addi(g.mul(g).muli(1 - rms.rho()));
      return g.divi(Transforms.sqrt(v, true).addi(rms.epsilon())).muli(learningRate);
    }
    return g.muli(learningRate);
  }
}
