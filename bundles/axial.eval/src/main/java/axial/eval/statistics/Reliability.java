package axial.eval.statistics;

import axial.eval.Curve.Point;
import axial.eval.Estimate;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.train.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * How far stated probabilities are from what happened, in ten bins of equal width, each with its
 * upper edge, as scikit-learn's {@code calibration_curve}. With two classes it is about the
 * probability of the positive one, with more about that of the most probable one (Guo, Pleiss, Sun
 * and Weinberger, "On calibration of modern neural networks", 2017).
 *
 * @param bins those that hold samples, from low to high
 * @param total how many samples there are
 */
public record Reliability(List<Bin> bins, int total) {

  private static final int BINS = 10;

  /**
   * One bin.
   *
   * @param number from 0 to 9
   * @param samples at least 1
   * @param hits how many of them are of the class that the probability was for
   * @param mean of their probabilities
   */
  public record Bin(int number, int samples, int hits, double mean) {

    /** How often the class was there. */
    public Estimate share() {
      return Estimate.share(hits, samples);
    }

    private double error() {
      return Math.abs((double) hits / samples - mean);
    }
  }

  /** The reliability of predictions whose probabilities are all finite. */
  public static Reliability of(Predictions predictions) {
    int[] samples = new int[BINS];
    int[] hits = new int[BINS];
    double[] sums = new double[BINS];
    boolean two = predictions.labels().count() == 2;
    for (Prediction p : predictions.list()) {
      int label =
          two
              ? predictions.labels().positive()
              : Decision.of(p.probabilities(), predictions.labels());
      double probability = p.probabilities()[label];
      int bin = bin(probability);
      samples[bin]++;
      hits[bin] += p.truth() == label ? 1 : 0;
      sums[bin] += probability;
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (samples[b] > 0) {
        bins.add(new Bin(b, samples[b], hits[b], sums[b] / samples[b]));
      }
    }
    return new Reliability(List.copyOf(bins), predictions.list().size());
  }

  private static int bin(double probability) {
    int bin = 0;
    while (bin < BINS - 1 && probability > (bin + 1) * (1.0 / BINS)) {
      bin++;
    }
    return bin;
  }

  /** Mean probability and share of each bin. */
  public List<Point> points() {
    return bins.stream().map(b -> new Point(b.mean(), b.share().value())).toList();
  }

  /** Mean distance of share and probability over the samples. */
  public double expectedError() {
    return bins.stream().mapToDouble(b -> b.error() * b.samples() / total).sum();
  }

  /** The largest distance of any bin. */
  public double maximumError() {
    return bins.stream().mapToDouble(Bin::error).max().orElse(Double.NaN);
  }
}
