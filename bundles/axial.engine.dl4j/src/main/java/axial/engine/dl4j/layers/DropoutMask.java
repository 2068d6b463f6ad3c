package axial.engine.dl4j.layers;

/**
 * Which values a dropout drops: a function of seed and place alone, so that it is the same for any
 * number of threads and can be computed again going back. Two rounds of a 32-bit mixing function
 * (the constants are those of "lowbias32", C. Wellons, "Hash function prospector", public domain).
 */
final class DropoutMask {

  private static final int GOLDEN = 0x9E3779B9;
  private static final int[] PLACES = places();

  private final int first;
  private final int second;
  private final int threshold;

  /**
   * A mask.
   *
   * @param rate share that is dropped, in [0, 1)
   */
  DropoutMask(long seed, double rate) {
    this.first = (int) seed;
    this.second = (int) (seed >>> 32);
    this.threshold = (int) Math.round(rate * (1L << 31));
  }

  private static int[] places() {
    int[] places = new int[Chunks.SIZE];
    for (int i = 0; i < places.length; i++) {
      places[i] = i * GOLDEN;
    }
    return places;
  }

  /**
   * Sets the bits of dropped values to those of 0; {@code bits} are of values from {@code from} on.
   */
  void drop(int[] bits, long from, int n) {
    int high = second + (int) (from >>> 32) * GOLDEN;
    int low = (int) from * GOLDEN + first;
    int[] places = PLACES; // products of the counter, which the JVM makes no vectors of
    for (int i = 0; i < n; i++) {
      int h = places[i] + low;
      h = (h ^ (h >>> 16)) * 0x7feb352d;
      h = (h ^ (h >>> 15)) * 0x846ca68b;
      h = (h ^ (h >>> 16)) + high;
      h = (h ^ (h >>> 16)) * 0x7feb352d;
      h = (h ^ (h >>> 15)) * 0x846ca68b;
      h = h ^ (h >>> 16);
      int dropped = ((h >>> 1) - threshold) >> 31; // all ones when below the threshold
      bits[i] &= ~dropped;
    }
  }
}
