package axial.train.loop;

import axial.train.TrainingData;
import java.util.Arrays;

/** How much a sample of each class weighs in the loss. */
final class ClassWeights {

  private ClassWeights() {}

  /** All 1, or scikit-learn's "balanced": n / (classes * count of the class). */
  static double[] of(TrainingData data, boolean balanced) {
    double[] weights = new double[data.labels().count()];
    if (!balanced) {
      Arrays.fill(weights, 1);
      return weights;
    }
    int[] counts = new int[weights.length];
    for (int i = 0; i < data.trainSize(); i++) {
      counts[data.trainLabel(i)]++;
    }
    for (int c = 0; c < weights.length; c++) {
      weights[c] = counts[c] == 0 ? 0 : (double) data.trainSize() / (weights.length * counts[c]);
    }
    return weights;
  }
}
