package axial.lime;

import axial.explain.Explanation.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The linear model around one image: which regions, with which weights.
 *
 * @param weights the largest in size first
 * @param r2 weighted R squared
 * @param localPrediction what the linear model says of the unchanged image
 */
record LocalModel(List<Weight> weights, double intercept, double r2, double localPrediction) {

  /**
   * Which regions a model uses, as the Python package {@code lime} chooses them.
   *
   * @param most the most regions to use
   */
  record Selection(Mode mode, int most) {

    private static final int FORWARD_UP_TO = 6;

    /** How they are chosen. */
    enum Mode {
      /** {@link #FORWARD} up to six regions, {@link #HIGHEST} for more. */
      AUTO,
      /** One after the other, each time the one that explains most. */
      FORWARD,
      /** Those of the largest weight in a first fit of all regions. */
      HIGHEST,
      /** All regions, however many are wanted. */
      NONE
    }

    private int[] choose(Moments moments) {
      int all = moments.regions();
      return switch (mode) {
        case AUTO -> most <= FORWARD_UP_TO ? forward(moments) : highest(moments);
        case FORWARD -> forward(moments);
        case HIGHEST -> highest(moments);
        case NONE -> IntStream.range(0, all).toArray();
      };
    }

    private int[] highest(Moments moments) {
      int[] every = IntStream.range(0, moments.regions()).toArray();
      if (most >= every.length) {
        return every;
      }
      double[] first = Ridge.fit(moments, every, 0.01).coefficients();
      return Arrays.stream(every)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(first[i])))
          .limit(most)
          .mapToInt(Integer::intValue)
          .toArray();
    }

    private int[] forward(Moments moments) {
      List<Integer> used = new ArrayList<>();
      while (used.size() < Math.min(most, moments.regions())) {
        int best = -1;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < moments.regions(); candidate++) {
          if (!used.contains(candidate)) {
            int[] columns =
                IntStream.concat(used.stream().mapToInt(Integer::intValue), IntStream.of(candidate))
                    .toArray();
            double score = Ridge.fit(moments, columns, 0).score();
            if (score > bestScore) {
              best = candidate;
              bestScore = score;
            }
          }
        }
        used.add(best);
      }
      return used.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** Fits as the Python package {@code lime} does, a ridge of penalty 1. */
  static LocalModel fit(Moments moments, Selection selection) {
    int[] used = selection.choose(moments);
    Ridge ridge = Ridge.fit(moments, used, 1);
    double local = ridge.intercept() + Arrays.stream(ridge.coefficients()).sum();
    List<Weight> list =
        IntStream.range(0, used.length)
            .mapToObj(i -> new Weight(used[i], ridge.coefficients()[i]))
            .sorted(Comparator.comparingDouble((Weight w) -> -Math.abs(w.value())))
            .toList();
    return new LocalModel(list, ridge.intercept(), ridge.score(), local);
  }

  /** The regions of the largest weight in size. */
  Set<Integer> top(int count) {
    return weights.stream().limit(count).map(Weight::region).collect(Collectors.toSet());
  }

  /** The weight of each of so many regions, 0 where the model does not use it. */
  double[] byRegion(int regions) {
    double[] values = new double[regions];
    weights.forEach(w -> values[w.region()] = w.value());
    return values;
  }

  /** Cosine distance to the mask that shows all: 1 - sqrt(shown / all). */
  static double distance(boolean[] mask) {
    int shown = 0;
    for (boolean bit : mask) {
      shown += bit ? 1 : 0;
    }
    return 1 - Math.sqrt((double) shown / mask.length);
  }

  /** The weight of a sample at that distance: sqrt(exp(-d^2 / width^2)). */
  static double kernel(double distance, double width) {
    return Math.sqrt(Math.exp(-(distance * distance) / (width * width)));
  }
}
