package axial.engine.dl4j.layers;

import axial.job.Seed;

/** The seed of the training step under way; set before each step by the thread that makes it. */
public final class DropoutSeed {

  private Seed seed = new Seed(0);

  /** Sets the seed of the next step. */
  public void set(Seed seed) {
    this.seed = seed;
  }

  /** The mask of one layer in this step. */
  DropoutMask mask(int layer, double rate) {
    return new DropoutMask(seed.derive(layer).value(), rate);
  }
}
