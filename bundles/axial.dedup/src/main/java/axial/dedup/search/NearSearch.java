package axial.dedup.search;

import axial.dedup.index.Workers;
import axial.dedup.look.Orientation;
import axial.job.Progress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One search. In the order of the data set each content is compared with the kept ones before it;
 * when it is near to one it is a copy, else it is kept itself. So no two kept ones are near to each
 * other as far as candidates go, and a group cannot grow by chain. The outcome is the same for any
 * number of threads, and the same whether or not an earlier search is built upon.
 */
final class NearSearch {

  /** Most pictures of one series that are recorded for each, the most alike. */
  static final int MOST_SERIES = 3;

  private static final int BATCH = 512;
  private static final Orientation[] ORIENTATIONS = Orientation.values();
  private static final Comparator<Edge> MOST_ALIKE =
      Comparator.comparingDouble(Edge::residual).thenComparingInt(Edge::first);

  private final Contents contents;
  private final Limits limits;
  private final Former former;
  private final Workers workers;
  private final Progress progress;
  private final HashTable table;
  private final long[] knownHashes;
  private final BitSet kept = new BitSet();
  private final List<Integer> keptInBatch = new ArrayList<>();
  private final List<Edge> byHash = new ArrayList<>();
  private final Map<Integer, List<Edge>> sinceFormer = new HashMap<>();
  private final BitSet cutShort = new BitSet();

  NearSearch(Contents contents, Limits limits, Former former, Workers workers, Progress progress) {
    this.contents = contents;
    this.limits = limits;
    this.former = former;
    this.workers = workers;
    this.progress = progress;
    this.table = new HashTable(limits.distance());
    this.knownHashes = knownHashes(contents, limits, former.known());
  }

  Findings run() {
    for (int from = 0; from < contents.count(); from += BATCH) {
      batch(from, Math.min(contents.count(), from + BATCH));
      progress.at("Comparing images", Math.min(contents.count(), from + BATCH), contents.count());
    }
    List<NameOrder.Neighbours> names = NameOrder.neighbours(contents, kept);
    return new Findings(kept, byHash, names, compareNames(names), cutShort);
  }

  /** Those of one series among kept neighbours by name, whatever their hashes. */
  private List<Edge> compareNames(List<NameOrder.Neighbours> names) {
    List<NameOrder.Neighbours> fresh =
        names.stream().filter(pair -> !former.compared(pair)).toList();
    Edge[] found = new Edge[fresh.size()];
    int pieces = (fresh.size() + BATCH - 1) / BATCH;
    workers.each(
        pieces,
        piece -> {
          int end = Math.min(fresh.size(), (piece + 1) * BATCH);
          for (int i = piece * BATCH; i < end; i++) {
            progress.check();
            NameOrder.Neighbours pair = fresh.get(i);
            Optional<Edge> edge =
                new Comparison(contents, limits, pair.second())
                    .compare(pair.first(), Orientation.UPRIGHT);
            if (edge.isPresent()) {
              found[i] = edge.get().ofSeries();
            }
          }
        },
        progress);
    List<Edge> all = new ArrayList<>();
    names.forEach(pair -> former.byName(pair).ifPresent(all::add));
    for (Edge edge : found) {
      if (edge != null) {
        all.add(edge);
      }
    }
    all.sort(Comparator.comparingInt(Edge::second).thenComparingInt(Edge::first));
    return all;
  }

  private void batch(int from, int to) {
    progress.check();
    int[] unknown =
        IntStream.range(from, to)
            .filter(number -> !former.knows(number) && !contents.plain(number))
            .toArray();
    Comparison[] ahead = new Comparison[to - from];
    workers.each(
        unknown.length,
        i ->
            ahead[unknown[i] - from] =
                new Comparison(contents, limits, unknown[i]).withTable(table),
        progress);
    keptInBatch.clear();
    for (int number = from; number < to; number++) {
      progress.check();
      if (contents.plain(number)) {
        kept.set(number);
      } else {
        settle(number, ahead[number - from]);
      }
    }
    for (int number : keptInBatch) {
      table.add(number, Comparison.hash(limits, contents.summary(number), Orientation.UPRIGHT));
    }
  }

  /** Decides about a content, when all before it are decided. */
  private void settle(int number, @Nullable Comparison ahead) {
    Map<Integer, Edge> found = new TreeMap<>();
    if (ahead != null) {
      put(found, searched(number, ahead));
    } else {
      put(found, former.byHash(number));
      put(found, sinceFormer.getOrDefault(number, List.of()));
    }
    boolean copy = anyNear(found.values());
    if (ahead == null && !copy && incomplete(number, found.size())) {
      put(found, searched(number, new Comparison(contents, limits, number).withTable(table)));
      copy = anyNear(found.values());
    }
    if (copy) {
      found.values().stream().filter(Edge::near).forEach(byHash::add);
    } else {
      keep(number);
      found.values().stream().sorted(MOST_ALIKE).limit(MOST_SERIES).forEach(byHash::add);
    }
  }

  /** Whether what is known of an earlier search does not tell all about one that is kept now. */
  private boolean incomplete(int number, int found) {
    return !former.kept(number) || (former.full(number) && found < MOST_SERIES);
  }

  private List<Edge> searched(int number, Comparison comparison) {
    comparison.with(keptInBatch);
    cutShort.set(number, !comparison.complete());
    return comparison.edges();
  }

  private void put(Map<Integer, Edge> found, List<Edge> edges) {
    for (Edge edge : edges) {
      if (kept.get(edge.first())) {
        found.merge(edge.first(), edge, Edge::closer);
      }
    }
  }

  private static boolean anyNear(Iterable<Edge> edges) {
    for (Edge edge : edges) {
      if (edge.near()) {
        return true;
      }
    }
    return false;
  }

  private void keep(int number) {
    kept.set(number);
    keptInBatch.add(number);
    if (!former.kept(number)) {
      tellLater(number);
    }
  }

  /** Compares those that an earlier search knows with one that was not kept then. */
  private void tellLater(int number) {
    long hash = Comparison.hash(limits, contents.summary(number), Orientation.UPRIGHT);
    BitSet known = former.known();
    int later = known.nextSetBit(number + 1);
    while (later >= 0) {
      for (Orientation orientation : ORIENTATIONS) {
        long other = knownHashes[later * ORIENTATIONS.length + orientation.ordinal()];
        if (Long.bitCount(hash ^ other) <= limits.distance() && !contents.plain(later)) {
          int second = later;
          new Comparison(contents, limits, second)
              .compare(number, orientation)
              .ifPresent(
                  edge -> sinceFormer.computeIfAbsent(second, s -> new ArrayList<>(1)).add(edge));
        }
      }
      later = known.nextSetBit(later + 1);
    }
  }

  /** The hashes of those that an earlier search knows, side by side as they are read often. */
  private static long[] knownHashes(Contents contents, Limits limits, BitSet known) {
    long[] hashes = new long[known.length() * ORIENTATIONS.length];
    known.stream()
        .forEach(
            number -> {
              for (Orientation orientation : ORIENTATIONS) {
                hashes[number * ORIENTATIONS.length + orientation.ordinal()] =
                    Comparison.hash(limits, contents.summary(number), orientation);
              }
            });
    return hashes;
  }
}
