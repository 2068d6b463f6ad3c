package axial.model;

/** The activation functions that every engine knows. */
public enum Activation {
  /** x. */
  LINEAR,
  /** max(0, x). */
  RELU,
  /** Klambauer and others, "Self-normalizing neural networks", 2017. */
  SELU,
  /** 1 / (1 + exp(-x)). */
  SIGMOID,
  /** Hyperbolic tangent. */
  TANH,
  /** exp(x) divided by its sum over the units. */
  SOFTMAX
}
