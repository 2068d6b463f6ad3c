package axial.dedup.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an earlier search found out about the contents of now, by their numbers of now. */
final class Former {

  private final BitSet known = new BitSet();
  private final BitSet kept = new BitSet();
  private final BitSet full = new BitSet();
  private final Map<Integer, List<Edge>> byHash = new HashMap<>();
  private final Set<NameOrder.Neighbours> names = new HashSet<>();
  private final Map<NameOrder.Neighbours, Edge> byName = new HashMap<>();

  private Former() {}

  /** Nothing. */
  static Former none() {
    return new Former();
  }

  /**
   * What was found then. Where the order has changed, where more than a twentieth is new or where
   * comparisons were cut short, only the neighbours by name count.
   *
   * @param now the number of each content of then, -1 for one that is gone
   * @param count how many contents there are now
   */
  static Former of(Findings then, int[] now, int count) {
    Former former = new Former();
    then.names().forEach(pair -> former.addNames(now[pair.first()], now[pair.second()]));
    for (Edge edge : then.byName()) {
      int first = now[edge.first()];
      int second = now[edge.second()];
      if (former.names.contains(new NameOrder.Neighbours(first, second))) {
        former.byName.put(new NameOrder.Neighbours(first, second), edge.renumbered(first, second));
      }
    }
    if (then.cutShort() == 0 && sameOrder(now) && fewNew(now, count)) {
      former.addContents(then, now);
    }
    return former;
  }

  private void addNames(int first, int second) {
    if (first >= 0 && second > first) {
      names.add(new NameOrder.Neighbours(first, second));
    }
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

  private static boolean fewNew(int[] now, int count) {
    int old = 0;
    for (int number : now) {
      old += number >= 0 ? 1 : 0;
    }
    return (count - old) * 20L <= count;
  }

  private void addContents(Findings then, int[] now) {
    for (int i = 0; i < now.length; i++) {
      if (now[i] >= 0) {
        known.set(now[i]);
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
    return this.names.contains(names);
  }

  /** What such a comparison found; empty when they were not alike. */
  Optional<Edge> byName(NameOrder.Neighbours names) {
    return Optional.ofNullable(byName.get(names));
  }
}
