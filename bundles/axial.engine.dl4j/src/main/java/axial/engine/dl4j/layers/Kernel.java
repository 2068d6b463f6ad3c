package axial.engine.dl4j.layers;

/**
 * The computation of one layer. It keeps its results and what it needs for going back in memory of
 * its own, which the next call overwrites. One thread at a time.
 */
interface Kernel extends AutoCloseable {

  /**
   * The layer's output.
   *
   * @param training whether dropout and batch statistics are on, and whether {@link #backward} may
   *     follow
   */
  Tensor forward(Tensor x, boolean training);

  /**
   * Writes the gradients of the parameters for the last forward pass.
   *
   * @param dy gradient of the loss by the output; may be overwritten, unless {@link
   *     #leavesGradient}
   * @param wanted whether the gradient by the input is asked for
   * @return that gradient; {@code dy} itself, without meaning, when it is not wanted
   */
  Tensor backward(Tensor dy, boolean wanted);

  /** Whether {@link #backward} leaves the gradient that it is given as it is. */
  boolean leavesGradient();

  /** Bytes that it holds. */
  long bytes();

  @Override
  void close();
}
