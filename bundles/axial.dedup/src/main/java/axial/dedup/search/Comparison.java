package axial.dedup.search;

import axial.data.SimilarPair;
import axial.dedup.look.Fit;
import axial.dedup.look.Look;
import axial.dedup.look.Orientation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Compares one content with earlier ones. One thread at a time. */
final class Comparison {

  /** Most entries of the hash table that are looked at for each orientation. */
  private static final int MOST_LOOKED_AT = 32_768;

  /** Most candidates that are compared coarsely, those with the nearest hashes. */
  private static final int MOST_COMPARED = 2048;

  /** Most that are compared in full, which takes ten times as long. */
  private static final int MOST_FITTED = 128;

  private static final Orientation[] ORIENTATIONS = Orientation.values();

  private final Contents contents;
  private final Limits limits;
  private final int number;
  private final Map<Orientation, byte[]> turned = new EnumMap<>(Orientation.class);
  private final Map<Orientation, Fit> fits = new EnumMap<>(Orientation.class);
  private final Map<Orientation, Fit> coarse = new EnumMap<>(Orientation.class);
  private final Map<Integer, Edge> edges = new TreeMap<>();
  private boolean complete = true;
  private int fitted;

  Comparison(Contents contents, Limits limits, int number) {
    this.contents = contents;
    this.limits = limits;
    this.number = number;
  }

  /** What was found, the closest orientation of each, in the order of the others' numbers. */
  List<Edge> edges() {
    return List.copyOf(edges.values());
  }

  /** Whether every candidate was compared. */
  boolean complete() {
    return complete;
  }

  /** Compares it with what is in the table. */
  Comparison withTable(HashTable table) {
    LongStream.Builder candidates = LongStream.builder();
    for (Orientation orientation : ORIENTATIONS) {
      complete &=
          table.find(
              hash(limits, contents.summary(number), orientation),
              MOST_LOOKED_AT,
              (other, distance) -> candidates.add(candidate(distance, other, orientation)));
    }
    compareAll(candidates.build());
    return this;
  }

  /** Compares it with these contents as far as their hashes are near. */
  Comparison with(List<Integer> others) {
    LongStream.Builder candidates = LongStream.builder();
    for (int other : others) {
      for (Orientation orientation : ORIENTATIONS) {
        int distance = distance(limits, contents, other, number, orientation);
        if (distance <= limits.distance()) {
          candidates.add(candidate(distance, other, orientation));
        }
      }
    }
    compareAll(candidates.build());
    return this;
  }

  /** Bits between the hash of an earlier content and that of a later one turned that way. */
  static int distance(
      Limits limits, Contents contents, int earlier, int later, Orientation orientation) {
    return Long.bitCount(
        hash(limits, contents.summary(earlier), Orientation.UPRIGHT)
            ^ hash(limits, contents.summary(later), orientation));
  }

  static long hash(Limits limits, Look.Summary summary, Orientation orientation) {
    return (limits.hash().equals("phash") ? summary.phash() : summary.dhash())
        [orientation.ordinal()];
  }

  /** One number that sorts by distance, then by the other's number. */
  private static long candidate(int distance, int other, Orientation orientation) {
    return ((long) distance << 32 | other) << 3 | orientation.ordinal();
  }

  private void compareAll(LongStream candidates) {
    long[] sorted = candidates.sorted().toArray();
    complete &= sorted.length <= MOST_COMPARED;
    for (int i = 0; i < Math.min(sorted.length, MOST_COMPARED); i++) {
      if (fitted == MOST_FITTED) {
        complete = false;
        break;
      }
      int other = (int) (sorted[i] >>> 3);
      compare(other, ORIENTATIONS[(int) (sorted[i] & 7)])
          .ifPresent(edge -> edges.merge(other, edge, Edge::closer));
    }
  }

  /** Compares it, turned that way, with an earlier content. */
  Optional<Edge> compare(int earlier, Orientation orientation) {
    boolean upright = orientation == Orientation.UPRIGHT;
    double most = upright ? Math.max(limits.near(), limits.series()) : limits.near();
    Fit.Result small = coarse(orientation).explain(contents.summary(earlier).coarse());
    if (small.residual() > most) {
      return Optional.empty();
    }
    fitted++;
    byte[] other = contents.content(earlier);
    Fit.Result there = fit(orientation).explain(other);
    if (there.residual() > most || there.correlation() <= 0) {
      return Optional.empty();
    }
    double residual = there.residual();
    if (residual <= limits.near()) { // copies explain each other
      Fit.Result back = new Fit(other, Look.SIDE).explain(turned(orientation));
      residual = Math.max(residual, back.residual());
      if (residual > most) {
        return Optional.empty();
      }
    }
    Look.Summary mine = contents.summary(number);
    Look.Summary theirs = contents.summary(earlier);
    int turn = orientation.ordinal();
    return Optional.of(
        new Edge(
            earlier,
            number,
            residual <= limits.near() ? SimilarPair.Kind.NEAR : SimilarPair.Kind.SERIES,
            orientation.inverse(),
            Long.bitCount(theirs.phash()[0] ^ mine.phash()[turn]),
            Long.bitCount(theirs.dhash()[0] ^ mine.dhash()[turn]),
            there.correlation(),
            residual));
  }

  private byte[] turned(Orientation orientation) {
    return turned.computeIfAbsent(orientation, o -> o.of(contents.content(number), Look.SIDE));
  }

  private Fit fit(Orientation orientation) {
    return fits.computeIfAbsent(orientation, o -> new Fit(turned(o), Look.SIDE));
  }

  /** For the coarse contents, which are compared first: what differs there differs in full. */
  private Fit coarse(Orientation orientation) {
    byte[] content = contents.summary(number).coarse();
    int side = Look.Summary.COARSE;
    return coarse.computeIfAbsent(orientation, o -> new Fit(o.of(content, side), side));
  }
}
