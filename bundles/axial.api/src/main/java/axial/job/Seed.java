package axial.job;

/**
 * A seed that can be split by purpose, so that every random draw of a run depends on the run's seed
 * and on what it is for, never on the order in which threads get to it.
 *
 * <p>Splitting mixes with the 64-bit finaliser of SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014).
 *
 * @param value any 64 bits
 */
public record Seed(long value) {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** The seed for one purpose, such as {@code "split"} or {@code "augment"}. */
  public Seed derive(String purpose) {
    long hash = 0xCBF29CE484222325L; // FNV-1a over the UTF-16 units
    for (int i = 0; i < purpose.length(); i++) {
      hash = (hash ^ purpose.charAt(i)) * 0x100000001B3L;
    }
    return derive(hash);
  }

  /** The seed for one of many, such as an epoch or the index of a sample. */
  public Seed derive(long index) {
    return new Seed(mix(mix(value + GOLDEN_GAMMA) ^ (index * GOLDEN_GAMMA + GOLDEN_GAMMA)));
  }

  /** A fresh sequence of draws that starts from this seed. */
  public Draws draws() {
    return new Draws(value);
  }

  static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
