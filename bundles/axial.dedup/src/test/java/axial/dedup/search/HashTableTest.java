package axial.dedup.search;

import static org.assertj.core.api.Assertions.assertThat;

import axial.job.Draws;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashTableTest {

  @Test
  void allWithinTheDistanceAreFoundOnce() {
    for (int distance = 0; distance <= 11; distance++) {
      Draws draws = new Seed(distance).draws();
      long[] hashes = new long[500];
      HashTable table = new HashTable(distance);
      long centre = draws.bits();
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = centre;
        for (int flip = draws.below(16); flip > 0; flip--) {
          hashes[i] ^= 1L << draws.below(64);
        }
        table.add(1000 + i, hashes[i]);
      }
      for (int query = 0; query < 50; query++) {
        long hash = hashes[query] ^ 1L << draws.below(64);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < hashes.length; i++) {
          if (Long.bitCount(hash ^ hashes[i]) <= distance) {
            expected.add(1000 + i);
          }
        }
        List<Integer> found = new ArrayList<>();
        boolean all =
            table.find(
                hash,
                Integer.MAX_VALUE,
                (number, bits) -> {
                  assertThat(bits).isEqualTo(Long.bitCount(hash ^ hashes[number - 1000]));
                  found.add(number);
                });
        assertThat(all).isTrue();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  @Test
  void manyEqualHashesAreGivenUpOnAndThatIsSaid() {
    HashTable table = new HashTable(7);
    for (int i = 0; i < 1000; i++) {
      table.add(i, 42);
    }
    List<Integer> found = new ArrayList<>();
    assertThat(table.find(42, 100, (number, bits) -> found.add(number))).isFalse();
    assertThat(found).hasSize(100).startsWith(999, 998);
  }
}
