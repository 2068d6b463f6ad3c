package axial.explain;

import axial.explain.Explanation.Weight;
import axial.job.Draws;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How well an explanation points at a finding that is known, beside what no look at the image would
 * have scored.
 *
 * @param found the explanation's score
 * @param random the mean score of the same regions in a random order of equal weights
 * @param centre the score of a disc in the middle of the image, as large as the finding
 * @param area share of the image that the finding covers
 */
public record Localization(Score found, Score random, Score centre, double area) {

  private static final int RANDOM_ORDERS = 100;

  /**
   * One score; for {@link #random} each number is a mean.
   *
   * @param hit 1 when the pointing game hits, else 0 (Zhang et al., "Top-down neural attention by
   *     excitation backprop", IJCV 2018): the pixel in the middle of the strongest region lies in
   *     the finding, without any tolerance
   * @param iou intersection over union of the finding with the strongest regions, taken in their
   *     order until their area comes nearest to the finding's
   * @param share of all weight for the class, spread evenly over each region, how much lies in the
   *     finding
   */
  public record Score(double hit, double iou, double share) {

    /** The mean of scores, at least one. */
    public static Score mean(List<Score> scores) {
      return new Score(
          scores.stream().mapToDouble(Score::hit).average().orElseThrow(),
          scores.stream().mapToDouble(Score::iou).average().orElseThrow(),
          scores.stream().mapToDouble(Score::share).average().orElseThrow());
    }
  }

  /**
   * Scores an explanation by the regions that speak for its class; one in which none does scores 0.
   *
   * @param finding whether each pixel, row by row, belongs to the finding; at least one does
   * @param seed decides the random orders
   */
  public static Localization of(Explanation explanation, boolean[] finding, Seed seed) {
    Overlap overlap = new Overlap(explanation.regions(), finding);
    List<Weight> positive = explanation.topFor(explanation.regions().count());
    Draws draws = seed.draws();
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, explanation.regions().count()).boxed().toList());
    List<Score> scores = new ArrayList<>();
    for (int i = 0; i < RANDOM_ORDERS; i++) {
      draws.shuffle(order);
      scores.add(overlap.score(order.stream().map(region -> new Weight(region, 1)).toList()));
    }
    return new Localization(
        overlap.score(positive),
        Score.mean(scores),
        overlap.centre(),
        (double) overlap.size / finding.length);
  }

  /** In words, without a full stop. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "strongest region %s the finding, IoU %.2f (at random %.2f), %.0f %% of the weight for the"
            + " class inside (at random %.0f %%)",
        found.hit() > 0 ? "hits" : "misses",
        found.iou(),
        random.iou(),
        100 * found.share(),
        100 * random.share());
  }

  /** What regions and a finding have in common. */
  private static final class Overlap {
    private final Regions regions;
    private final boolean[] finding;
    private final int size;
    private final int[] areas;
    private final int[] inside;
    private final boolean[] middleInside;

    Overlap(Regions regions, boolean[] finding) {
      if (finding.length != regions.numbers().length) {
        throw new IllegalArgumentException(
            "A finding of %d pixels does not fit regions of %d."
                .formatted(finding.length, regions.numbers().length));
      }
      this.regions = regions;
      this.finding = finding;
      this.areas = new int[regions.count()];
      this.inside = new int[regions.count()];
      for (int p = 0; p < finding.length; p++) {
        areas[regions.numbers()[p]]++;
        inside[regions.numbers()[p]] += finding[p] ? 1 : 0;
      }
      this.size = IntStream.of(inside).sum();
      if (size == 0) {
        throw new IllegalArgumentException("A finding needs at least one pixel.");
      }
      int[] middles = regions.middles();
      this.middleInside = new boolean[regions.count()];
      for (int region = 0; region < middles.length; region++) {
        middleInside[region] = finding[middles[region]];
      }
    }

    /** The score of regions that speak for the class, the strongest first. */
    Score score(List<Weight> strongest) {
      if (strongest.isEmpty()) {
        return new Score(0, 0, 0);
      }
      long area = 0;
      long common = 0;
      for (Weight weight : strongest) {
        int next = areas[weight.region()];
        if (area > 0 && Math.abs(area + next - size) >= Math.abs(area - size)) {
          break;
        }
        area += next;
        common += inside[weight.region()];
      }
      double total = strongest.stream().mapToDouble(Weight::value).sum();
      double within =
          strongest.stream()
              .mapToDouble(w -> w.value() * inside[w.region()] / areas[w.region()])
              .sum();
      return new Score(
          middleInside[strongest.get(0).region()] ? 1 : 0,
          (double) common / (size + area - common),
          within / total);
    }

    /** The score of as many pixels as the finding has, those nearest to the middle. */
    Score centre() {
      int width = regions.width();
      double down = (regions.height() - 1) / 2.0;
      double right = (width - 1) / 2.0;
      List<Integer> pixels = new ArrayList<>(IntStream.range(0, finding.length).boxed().toList());
      Collections.sort(
          pixels,
          Comparator.comparingDouble(
              p -> Math.pow(p / width - down, 2) + Math.pow(p % width - right, 2)));
      long common = pixels.subList(0, size).stream().filter(p -> finding[p]).count();
      return new Score(
          finding[pixels.get(0)] ? 1 : 0,
          (double) common / (2L * size - common),
          (double) common / size);
    }
  }
}
