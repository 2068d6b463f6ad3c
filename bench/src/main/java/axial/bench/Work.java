package axial.bench;

/** A task made ready by a peer, to be done again and again. */
@FunctionalInterface
interface Work {

  /**
   * Does it once.
   *
   * @return the loss of a training step; the probabilities of the positive class of a prediction
   */
  double[] step() throws Exception;
}
