package axial.job;

import java.util.List;

/**
 * A sequence of random draws, the same on every machine and every Java version: SplitMix64 with
 * {@link StrictMath} where a logarithm or cosine is needed. One thread at a time.
 */
public final class Draws {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  Draws(long state) {
    this.state = state;
  }

  /** The next 64 random bits. */
  public long bits() {
    state += GOLDEN_GAMMA;
    return Seed.mix(state);
  }

  /** The next number in [0, 1), of 53 random bits. */
  public double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** The next number in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /**
   * The next whole number in [0, bound).
   *
   * @param bound at least 1
   */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("The bound of a draw must be at least 1; it was " + bound);
    }
    return (int) Math.multiplyHigh(bits() >>> 1, (long) bound << 1);
  }

  /** The next fair coin. */
  public boolean coin() {
    return bits() < 0;
  }

  /**
   * The next draw from the normal distribution with mean 0 and variance 1 (Box and Muller 1958).
   */
  public double gaussian() {
    double u = 1.0 - uniform();
    return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * uniform());
  }

  /** Puts the list into a random order (Fisher and Yates), in place. */
  public <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = below(i + 1);
      T held = list.get(i);
      list.set(i, list.get(j));
      list.set(j, held);
    }
  }
}
