package axial.explain;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far an explanation that rests on random draws would come out the same with other draws. It
 * says nothing about whether the network is right, nor whether the explanation is.
 *
 * @param repeats how many repeats were compared
 * @param topOverlap share of the three strongest regions that two repeats have in common, in [0,
 *     1], on average
 * @param rankCorrelation Spearman's correlation between the weights of two repeats, in [-1, 1], on
 *     average; 0 where all weights of a repeat are equal
 * @param samples how many variations the network was asked about
 * @param stableAfter after how many of them the five strongest regions were those of the end
 */
public record Stability(
    int repeats, double topOverlap, double rankCorrelation, int samples, int stableAfter) {

  /** How many regions {@link #topOverlap} compares. */
  public static final int TOP = 3;

  /** How many regions {@link #stableAfter} watches. */
  public static final int WATCHED = 5;

  private static final String REPEATS = "repeats";
  private static final String OVERLAP = "top3_overlap";
  private static final String CORRELATION = "rank_correlation";
  private static final String SAMPLES = "samples";
  private static final String STABLE_AFTER = "stable_after";

  /** As figures of an explanation. */
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(SAMPLES, (double) samples);
    figures.put(STABLE_AFTER, (double) stableAfter);
    figures.put(REPEATS, (double) repeats);
    figures.put(OVERLAP, topOverlap);
    figures.put(CORRELATION, rankCorrelation);
    return figures;
  }

  /** What an explanation says of its stability, if it does. */
  public static Optional<Stability> of(Explanation explanation) {
    Map<String, Double> figures = explanation.figures();
    Double repeats = figures.get(REPEATS);
    Double overlap = figures.get(OVERLAP);
    Double correlation = figures.get(CORRELATION);
    Double samples = figures.get(SAMPLES);
    Double stableAfter = figures.get(STABLE_AFTER);
    return repeats == null
            || overlap == null
            || correlation == null
            || samples == null
            || stableAfter == null
        ? Optional.empty()
        : Optional.of(
            new Stability(
                repeats.intValue(),
                overlap,
                correlation,
                samples.intValue(),
                stableAfter.intValue()));
  }

  /** In words, without a full stop. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "repeats share %.1f of the top 3 regions, rank correlation %.2f (%d repeats);"
            + " top 5 the same since sample %,d of %,d",
        TOP * topOverlap,
        rankCorrelation,
        repeats,
        stableAfter,
        samples);
  }
}
