package axial.dedup.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Hashes of 64 bits in the order in which they were added, found by Hamming distance: each is
 * listed under each of its four bands of 16 bits, as two hashes within a distance agree in at least
 * one band up to a quarter of it (multi-index hashing; Norouzi, Punjani and Fleet, "Fast search in
 * Hamming space with multi-index hashing", CVPR 2012). May be asked by several threads while nobody
 * adds.
 *
 * <p>A band takes two diagonals of the 8 x 8 that a hash is made of: on real and drawn slices the
 * lists are shortest so, as neighbouring bits of a row or column say much the same.
 */
final class HashTable {

  private static final int BANDS = 4;
  private static final int BITS = 16;
  private static final int KEYS = 1 << BITS;
  private static final int ROW = 8;

  /** Receives what is found. */
  interface Visitor {
    void found(int number, int distance);
  }

  /** Where the bits of each value of each byte of a hash go. */
  private final long[][] places = places();

  private final long[][] hashes = new long[BANDS * KEYS][];
  private final int[][] numbers = new int[BANDS * KEYS][];
  private final int[] sizes = new int[BANDS * KEYS];
  private final int distance;
  private final int[] flips;

  /**
   * An empty table.
   *
   * @param distance how many bits may differ, 0 to 11
   */
  HashTable(int distance) {
    this.distance = distance;
    flips =
        IntStream.range(0, KEYS)
            .filter(pattern -> Integer.bitCount(pattern) <= distance / BANDS)
            .toArray();
  }

  private static long[][] places() {
    long[][] places = new long[ROW][1 << ROW];
    int[] used = new int[BANDS];
    for (int bit = 0; bit < Long.SIZE; bit++) {
      int row = bit / ROW;
      int column = bit % ROW;
      int band = (row + column) % ROW / 2;
      long place = 1L << band * BITS + used[band]++;
      for (int value = 0; value < 1 << ROW; value++) {
        places[row][value] |= (value >> column & 1) == 1 ? place : 0;
      }
    }
    return places;
  }

  private long banded(long hash) {
    long banded = 0;
    for (int row = 0; row < ROW; row++) {
      banded |= places[row][(int) (hash >>> row * ROW) & 0xFF];
    }
    return banded;
  }

  void add(int number, long hash) {
    long banded = banded(hash);
    for (int band = 0; band < BANDS; band++) {
      int list = band * KEYS + band(banded, band);
      int size = sizes[list]++;
      if (size == 0) {
        hashes[list] = new long[1];
        numbers[list] = new int[1];
      } else if (size == numbers[list].length) {
        hashes[list] = Arrays.copyOf(hashes[list], 2 * size);
        numbers[list] = Arrays.copyOf(numbers[list], 2 * size);
      }
      hashes[list][size] = banded;
      numbers[list][size] = number;
    }
  }

  /**
   * Finds all within the distance, the latest of a list first, each once.
   *
   * @param most how many entries are looked at before it gives up
   * @return whether all were looked at
   */
  boolean find(long hash, int most, Visitor visitor) {
    long banded = banded(hash);
    int left = most;
    for (int band = 0; band < BANDS; band++) {
      int key = band(banded, band);
      for (int flip : flips) {
        int list = band * KEYS + (key ^ flip);
        for (int at = sizes[list] - 1; at >= 0; at--) {
          if (--left < 0) {
            return false;
          }
          long differing = banded ^ hashes[list][at];
          int bits = Long.bitCount(differing);
          if (bits <= distance && foundFirstIn(band, differing)) {
            visitor.found(numbers[list][at], bits);
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

  private static int band(long banded, int band) {
    return (int) (banded >>> band * BITS) & KEYS - 1;
  }
}
