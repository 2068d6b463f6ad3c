package axial.eval.statistics;

import axial.data.Sample;
import axial.eval.Estimate;
import axial.eval.Prediction;
import axial.job.Draws;
import axial.job.Seed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws whole groups, such as patients, with replacement and computes figures anew (Efron 1979; for
 * groups Davison and Hinkley, "Bootstrap methods and their application", 1997, section 3.8). Each
 * replicate has draws of its own, so the result does not depend on the number of threads.
 */
public final class GroupBootstrap {

  /** How often the groups are drawn. */
  public static final int REPLICATES = 2000;

  /** Replicates in which a figure must be defined for an interval to be given. */
  private static final double ENOUGH = 0.95;

  private final int[] groupOf;
  private final int groups;
  private final Seed seed;

  private GroupBootstrap(int[] groupOf, int groups, Seed seed) {
    this.groupOf = groupOf;
    this.groups = groups;
    this.seed = seed;
  }

  /**
   * A bootstrap over the groups of these samples.
   *
   * @param samples by source; a prediction whose sample is missing is a group of its own
   */
  public static GroupBootstrap of(
      List<Prediction> predictions, Map<String, Sample> samples, Seed seed) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] groupOf = new int[predictions.size()];
    for (int i = 0; i < groupOf.length; i++) {
      Prediction p = predictions.get(i);
      Sample sample = samples.get(p.source());
      String group = sample == null ? "source " + p.source() : "group " + sample.group();
      groupOf[i] = numbers.computeIfAbsent(group, g -> numbers.size());
    }
    return new GroupBootstrap(groupOf, numbers.size(), seed.derive("bootstrap"));
  }

  /** How many groups there are. */
  public int groups() {
    return groups;
  }

  /** Whether each sample is a group of its own. */
  public boolean ungrouped() {
    return groups == groupOf.length;
  }

  /** Figures of samples that count so often; NaN where one is not defined. Called in parallel. */
  @FunctionalInterface
  public interface Statistic {
    /** A number for each figure. */
    double[] of(int[] weights);
  }

  /** The figures of every replicate, {@code [replicate][figure]}, always in the same order. */
  public double[][] replicates(Statistic statistic) {
    return IntStream.range(0, REPLICATES)
        .parallel()
        .mapToObj(r -> statistic.of(weights(r)))
        .toArray(double[][]::new);
  }

  private int[] weights(int replicate) {
    Draws draws = seed.derive(replicate).draws();
    int[] times = new int[groups];
    for (int g = 0; g < groups; g++) {
      times[draws.below(groups)]++;
    }
    return Arrays.stream(groupOf).map(g -> times[g]).toArray();
  }

  /**
   * A value with the 2.5 and 97.5 percentiles of its replicates, interpolated linearly. Replicates
   * that are not numbers are left out; where they are more than one in twenty, so is the interval.
   */
  public static Estimate percentiles(double value, double[] replicates) {
    double[] sorted = Arrays.stream(replicates).filter(Double::isFinite).sorted().toArray();
    return sorted.length < ENOUGH * replicates.length || sorted.length == 0
        ? Estimate.without(value)
        : new Estimate(value, quantile(sorted, 0.025), quantile(sorted, 0.975));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
