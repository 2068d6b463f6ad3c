package axial.train;

import axial.data.Labels;
import java.util.Arrays;
import java.util.List;

/**
 * Loss, accuracy and recall of some samples.
 *
 * @param samples how many samples they are about
 * @param loss mean loss
 * @param accuracy share whose most probable class is the true one (for two classes: the positive
 *     one when its probability is strictly above 0.5), in [0, 1]
 * @param recall share of the positive samples that were found, in [0, 1]; 0 when there was none, as
 *     in Keras
 */
public record Metrics(int samples, double loss, double accuracy, double recall) {

  /** Adds up batches; one thread at a time. */
  public static final class Sum {
    private final Labels labels;
    private int samples;
    private double loss;
    private final int[][] counts;

    /** An empty sum. */
    public Sum(Labels labels) {
      this.labels = labels;
      this.counts = new int[labels.count()][labels.count()];
    }

    /** Adds a batch: its mean loss, its probabilities {@code [n][classes]} and its true classes. */
    public void add(double meanLoss, double[][] probabilities, int[] truth) {
      samples += truth.length;
      loss += meanLoss * truth.length;
      for (int i = 0; i < truth.length; i++) {
        counts[truth[i]][Decision.of(probabilities[i], labels)]++;
      }
    }

    /** The metrics so far. */
    public Metrics metrics() {
      int n = Math.max(1, samples);
      int right = 0;
      for (int label = 0; label < counts.length; label++) {
        right += counts[label][label];
      }
      int positives = Arrays.stream(counts[labels.positive()]).sum();
      int found = counts[labels.positive()][labels.positive()];
      return new Metrics(
          samples, loss / n, (double) right / n, positives == 0 ? 0 : (double) found / positives);
    }

    /** How the samples so far were called, {@code [truth][prediction]}. */
    public List<List<Integer>> confusion() {
      return Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList();
    }
  }
}
