package axial.dedup.search;

import java.util.Arrays;

/**
 * Hashes of 64 bits in the order in which they were added, found by Hamming distance: each is
 * listed under each of its four bands of 16 bits, as two hashes within a distance agree in at least
 * one band up to a quarter of it (multi-index hashing; Norouzi, Punjani and Fleet, "Fast search in
 * Hamming space with multi-index hashing", CVPR 2012). May be asked by several threads while nobody
 * adds.
 */
final class HashTable {

  private static final int BANDS = 4;
  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;

  /** Receives what is found. */
  interface Visitor {
    void found(int number, int distance);
  }

  private final long[] hashes;
  private final int[] numbers;
  private final int[][] first = new int[BANDS][1 << BITS];
  private final int[][] next;
  private final int distance;
  private final int[] flips;
  private int count;

  /**
   * An empty table.
   *
   * @param capacity how many can be added
   * @param distance how many bits may differ, 0 to 11
   */
  HashTable(int capacity, int distance) {
    hashes = new long[capacity];
    numbers = new int[capacity];
    next = new int[BANDS][capacity];
    this.distance = distance;
    flips = patterns(distance / BANDS);
    for (int[] list : first) {
      Arrays.fill(list, -1);
    }
  }

  /** All patterns of at most that many bits in a band. */
  private static int[] patterns(int most) {
    return java.util.stream.IntStream.rangeClosed(0, MASK)
        .filter(pattern -> Integer.bitCount(pattern) <= most)
        .toArray();
  }

  void add(int number, long hash) {
    hashes[count] = hash;
    numbers[count] = number;
    for (int band = 0; band < BANDS; band++) {
      int key = band(hash, band);
      next[band][count] = first[band][key];
      first[band][key] = count;
    }
    count++;
  }

  /**
   * Finds all within the distance, the latest of a band first, each once.
   *
   * @param most how many entries are looked at before it gives up
   * @return whether all were looked at
   */
  boolean find(long hash, int most, Visitor visitor) {
    int looked = 0;
    for (int band = 0; band < BANDS; band++) {
      int key = band(hash, band);
      for (int flip : flips) {
        for (int at = first[band][key ^ flip]; at >= 0; at = next[band][at]) {
          if (++looked > most) {
            return false;
          }
          long differing = hash ^ hashes[at];
          int bits = Long.bitCount(differing);
          if (bits <= distance && foundFirstIn(band, differing)) {
            visitor.found(numbers[at], bits);
          }
        }
      }
    }
    return true;
  }

  private boolean foundFirstIn(int band, long differing) {
    for (int earlier = 0; earlier < band; earlier++) {
      if (Integer.bitCount(band(differing, earlier)) <= distance / BANDS) {
        return false;
      }
    }
    return true;
  }

  private static int band(long hash, int band) {
    return (int) (hash >>> band * BITS) & MASK;
  }
}
