package axial.model;

/**
 * How weights follow their gradients. The rules are those of Keras 2.4: epsilon is added outside
 * the square root.
 */
public sealed interface Optimizer {

  /** The learning rate to begin with; schedules may change it. */
  double learningRate();

  /**
   * Kingma and Ba 2015, in the form of their section 2 with "epsilon hat": w -= lr sqrt(1 - b2^t) /
   * (1 - b1^t) * m / (sqrt(v) + epsilon).
   */
  record Adam(double learningRate, double beta1, double beta2, double epsilon)
      implements Optimizer {
    /** Keras's defaults: 0.001, 0.9, 0.999, 1e-7. */
    public static Adam keras() {
      return new Adam(0.001, 0.9, 0.999, 1e-7);
    }
  }

  /** Tieleman and Hinton 2012: w -= lr g / (sqrt(v) + epsilon). */
  record RmsProp(double learningRate, double rho, double epsilon) implements Optimizer {
    /** Keras's defaults: 0.001, 0.9, 1e-7. */
    public static RmsProp keras() {
      return new RmsProp(0.001, 0.9, 1e-7);
    }
  }

  /** Plain gradient descent: w -= lr g. */
  record Sgd(double learningRate) implements Optimizer {}
}
