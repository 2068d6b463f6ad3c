package axial.lime;

import axial.explain.Explanation.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The linear model around one image: which regions, with which weights.
 *
 * @param weights the largest in size first
 * @param r2 weighted R squared
 * @param localPrediction what the linear model says of the unchanged image
 */
record LocalModel(List<Weight> weights, double intercept, double r2, double localPrediction) {

  private static final int FORWARD_SELECTION_UP_TO = 6;

  /**
   * Fits as the Python package {@code lime} does: up to six regions are chosen by forward
   * selection, more by their weight in a first fit; the model is a ridge of penalty 1.
   *
   * @param masks which regions each sample shows; the first row shows all
   * @param target the probability of the explained class for each sample
   * @param kernelWidth of {@link #kernel}
   * @param most the most regions to use
   */
  static LocalModel fit(boolean[][] masks, double[] target, double kernelWidth, int most) {
    double[] weights =
        Arrays.stream(masks).mapToDouble(m -> kernel(distance(m), kernelWidth)).toArray();
    int[] used = choose(masks, target, weights, most);
    Ridge ridge = Ridge.fit(masks, used, target, weights, 1);
    double local = ridge.intercept() + Arrays.stream(ridge.coefficients()).sum();
    List<Weight> list =
        IntStream.range(0, used.length)
            .mapToObj(i -> new Weight(used[i], ridge.coefficients()[i]))
            .sorted(Comparator.comparingDouble((Weight w) -> -Math.abs(w.value())))
            .toList();
    return new LocalModel(list, ridge.intercept(), ridge.score(), local);
  }

  /** Cosine distance to the row that shows all: 1 - sqrt(shown / all). */
  static double distance(boolean[] mask) {
    int shown = 0;
    for (boolean bit : mask) {
      shown += bit ? 1 : 0;
    }
    return 1 - Math.sqrt((double) shown / mask.length);
  }

  /** sqrt(exp(-d^2 / width^2)). */
  static double kernel(double distance, double width) {
    return Math.sqrt(Math.exp(-(distance * distance) / (width * width)));
  }

  private static int[] choose(boolean[][] masks, double[] target, double[] weights, int most) {
    int all = masks[0].length;
    if (most <= FORWARD_SELECTION_UP_TO) {
      return forward(masks, target, weights, Math.min(most, all));
    }
    int[] every = IntStream.range(0, all).toArray();
    double[] first = Ridge.fit(masks, every, target, weights, 0.01).coefficients();
    return IntStream.range(0, all)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(first[i])))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] forward(boolean[][] masks, double[] target, double[] weights, int most) {
    List<Integer> used = new ArrayList<>();
    while (used.size() < most) {
      int best = -1;
      double bestScore = Double.NEGATIVE_INFINITY;
      for (int candidate = 0; candidate < masks[0].length; candidate++) {
        if (!used.contains(candidate)) {
          int[] columns =
              IntStream.concat(used.stream().mapToInt(Integer::intValue), IntStream.of(candidate))
                  .toArray();
          double score = Ridge.fit(masks, columns, target, weights, 0).score();
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
