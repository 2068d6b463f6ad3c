package axial.train;

/** What a trainer reports while it works. Called on the training thread; must return at once. */
public interface TrainingListener {

  /**
   * A batch is done.
   *
   * @param epoch from 1 on
   * @param batch from 1 on
   * @param batches how many batches the epoch has
   * @param metrics of this batch alone, from the pass that made the step
   */
  void batchDone(int epoch, int batch, int batches, Metrics metrics);

  /**
   * An epoch is done and its checkpoint is written.
   *
   * @param best whether its validation loss is the lowest so far
   */
  void epochDone(Epoch epoch, boolean best);
}
