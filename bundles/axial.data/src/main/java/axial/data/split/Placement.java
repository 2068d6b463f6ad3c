package axial.data.split;

import axial.job.Draws;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says into which part each group goes: first one group after the other into the part that it fits
 * best, then groups change their part or their places, always the change that gains most, until
 * none gains or so many were weighed that it would take seconds.
 */
final class Placement {

  private static final long MOST_WEIGHED = 100_000_000;
  private static final long FEW_WEIGHED = 5_000_000;
  private static final int MOST_ORDERS = 50;
  private static final double NOTHING = 1e-9;

  private final Parts parts;
  private final List<int[]> kinds;
  private final int[] nothing;
  private final List<List<List<Integer>>> members; // [part][kind] -> groups
  private long weighed;

  private Placement(Parts parts, List<int[]> kinds, int classes) {
    this.parts = parts;
    this.kinds = kinds;
    this.nothing = new int[classes];
    this.members = new ArrayList<>();
    for (int p = 0; p < parts.count(); p++) {
      List<List<Integer>> ofPart = new ArrayList<>();
      kinds.forEach(kind -> ofPart.add(new ArrayList<>()));
      members.add(ofPart);
    }
  }

  /**
   * The part of each group.
   *
   * @param groups how many samples of each class each has, in the order of placing
   * @param shares of the parts, of sum 1
   * @param seed decides in which other orders they are placed while the shares are not reached
   */
  static int[] of(List<int[]> groups, int classes, double[] shares, Seed seed) {
    List<Integer> order = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      order.add(g);
    }
    Placement best = inOrder(groups, order, classes, shares);
    Draws draws = seed.draws();
    long weighed = best.weighed;
    for (int i = 0; i < MOST_ORDERS && best.distance() > NOTHING && weighed < FEW_WEIGHED; i++) {
      draws.shuffle(order);
      Placement other = inOrder(groups, order, classes, shares);
      weighed += other.weighed;
      best = other.distance() < best.distance() - NOTHING ? other : best;
    }
    return best.partOf(groups.size());
  }

  private static Placement inOrder(
      List<int[]> groups, List<Integer> order, int classes, double[] shares) {
    Map<List<Integer>, Integer> kindByCounts = new LinkedHashMap<>();
    List<int[]> kinds = new ArrayList<>();
    int[] kind = new int[groups.size()];
    for (int g = 0; g < kind.length; g++) {
      int[] counts = groups.get(g);
      kind[g] =
          kindByCounts.computeIfAbsent(
              Arrays.stream(counts).boxed().toList(),
              key -> {
                kinds.add(counts);
                return kinds.size() - 1;
              });
    }
    Parts parts = new Parts(groups, classes, shares);
    Placement placement = new Placement(parts, kinds, classes);
    for (int g : order) {
      placement.members.get(parts.place(groups.get(g))).get(kind[g]).add(g);
    }
    boolean better = true;
    while (better && placement.distance() > NOTHING && placement.weighed < MOST_WEIGHED) {
      better = placement.improve();
    }
    return placement;
  }

  private double distance() {
    return parts.distance();
  }

  private int[] partOf(int groups) {
    int[] partOf = new int[groups];
    for (int p = 0; p < parts.count(); p++) {
      int part = p;
      members.get(p).forEach(list -> list.forEach(g -> partOf[g] = part));
    }
    return partOf;
  }

  /** Carries out the exchange that gains most, if one gains. Groups of equal counts are alike. */
  private boolean improve() {
    double best = NOTHING;
    int[] chosen = {};
    for (int from = 0; from < parts.count(); from++) {
      for (int to = 0; to < parts.count(); to++) {
        for (int out = 0; from != to && out < kinds.size(); out++) {
          if (members.get(from).get(out).isEmpty()) {
            continue;
          }
          for (int in = -1; in < kinds.size(); in++) {
            if (in < 0 || (from < to && in != out && !members.get(to).get(in).isEmpty())) {
              weighed++;
              double gain = parts.gain(from, to, kinds.get(out), counts(in));
              if (gain > best) {
                best = gain;
                chosen = new int[] {from, to, out, in};
              }
            }
          }
        }
      }
    }
    if (chosen.length == 0) {
      return false;
    }
    exchange(chosen[0], chosen[1], chosen[2], chosen[3]);
    return true;
  }

  private int[] counts(int kind) {
    return kind < 0 ? nothing : kinds.get(kind);
  }

  private void exchange(int from, int to, int out, int in) {
    parts.exchange(from, to, kinds.get(out), counts(in));
    move(from, to, out);
    if (in >= 0) {
      move(to, from, in);
    }
  }

  private void move(int from, int to, int kind) {
    List<Integer> givers = members.get(from).get(kind);
    members.get(to).get(kind).add(givers.remove(givers.size() - 1));
  }
}
