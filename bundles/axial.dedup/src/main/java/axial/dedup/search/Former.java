package axial.dedup.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an earlier search found out about the contents of now, by their numbers of now. */
final class Former {

  private final BitSet known = new BitSet();
  private final BitSet kept = new BitSet();
  private final BitSet full = new BitSet();
  private final Map<Integer, List<Edge>> byHash = new HashMap<>();
  private final long[] names;
  private final Map<Long, Edge> byName = new HashMap<>();

  private Former(long[] names) {
    this.names = names;
  }

  /** Nothing. */
  static Former none() {
    return new Former(new long[0]);
  }

  /**
   * What was found then. Those that were cut short count as new. Where the order has changed or
   * more than a twentieth is new, only the neighbours by name count.
   *
   * @param now the number of each content of then, -1 for one that is gone
   * @param count how many contents there are now
   */
  static Former of(Findings then, int[] now, int count) {
    Former former =
        new Former(
            then.names().stream()
                .mapToLong(pair -> key(now[pair.first()], now[pair.second()]))
                .sorted()
                .toArray());
    for (Edge edge : then.byName()) {
      int first = now[edge.first()];
      int second = now[edge.second()];
      if (first >= 0 && second > first) {
        former.byName.put(key(first, second), edge.renumbered(first, second));
      }
    }
    if (sameOrder(now) && fewNew(then, now, count)) {
      former.addContents(then, now);
    }
    return former;
  }

  /** Equal for equal pairs; pairs that are gone or no longer in order match none of now. */
  private static long key(int first, int second) {
    return (long) first << 32 | second & 0xFFFFFFFFL;
  }

  private static boolean sameOrder(int[] now) {
    int last = -1;
    for (int number : now) {
      if (number >= 0 && number < last) {
        return false;
      }
      last = Math.max(last, number);
    }
    return true;
  }

  private static boolean fewNew(Findings then, int[] now, int count) {
    int old = -then.cutShort().cardinality();
    for (int number : now) {
      old += number >= 0 ? 1 : 0;
    }
    return (count - old) * 20L <= count;
  }

  private void addContents(Findings then, int[] now) {
    for (int i = 0; i < now.length; i++) {
      if (now[i] >= 0) {
        known.set(now[i], !then.cutShort().get(i));
        kept.set(now[i], then.kept().get(i));
      }
    }
    Map<Integer, Integer> series = new HashMap<>();
    for (Edge edge : then.byHash()) {
      int first = now[edge.first()];
      int second = now[edge.second()];
      if (second >= 0) {
        if (!edge.near() && series.merge(second, 1, Integer::sum) == NearSearch.MOST_SERIES) {
          full.set(second);
        }
        if (first >= 0) {
          byHash
              .computeIfAbsent(second, s -> new ArrayList<>(1))
              .add(edge.renumbered(first, second));
        }
      }
    }
  }

  /** Whether it was searched for. */
  boolean knows(int number) {
    return known.get(number);
  }

  /** All that were searched for. */
  BitSet known() {
    return known;
  }

  boolean kept(int number) {
    return kept.get(number);
  }

  /** Whether more of its series may have been found than were recorded. */
  boolean full(int number) {
    return full.get(number);
  }

  /** What was found by hashes. */
  List<Edge> byHash(int number) {
    return byHash.getOrDefault(number, List.of());
  }

  boolean compared(NameOrder.Neighbours names) {
    return Arrays.binarySearch(this.names, key(names.first(), names.second())) >= 0;
  }

  /** What such a comparison found; empty when they were not alike. */
  Optional<Edge> byName(NameOrder.Neighbours names) {
    return Optional.ofNullable(byName.get(key(names.first(), names.second())));
  }
}
