package axial.train.loop;

import axial.data.Image;
import axial.job.Progress;
import axial.model.Batch;
import axial.model.Model;
import axial.train.Metrics;
import axial.train.TrainingData;
import java.util.ArrayList;
import java.util.List;

/** The metrics over the validation part: nothing random, no dropout, classes not weighted. */
final class Validation {

  /** Keras clips probabilities by this much before it takes their logarithm. */
  private static final double CLIP = 1e-7;

  private Validation() {}

  static Metrics of(Model model, TrainingData data, int batch, Progress progress) {
    Metrics.Sum sum = new Metrics.Sum(data.labels());
    for (int from = 0; from < data.validationSize(); from += batch) {
      progress.check();
      List<Image> images = new ArrayList<>();
      int[] truth = new int[Math.min(batch, data.validationSize() - from)];
      for (int i = 0; i < truth.length; i++) {
        images.add(data.validationImage(from + i));
        truth[i] = data.validationLabel(from + i);
      }
      double[][] probabilities = model.predict(Batch.of(images));
      sum.add(crossEntropy(probabilities, truth), probabilities, truth);
    }
    return sum.metrics();
  }

  private static double crossEntropy(double[][] probabilities, int[] truth) {
    double loss = 0;
    for (int i = 0; i < truth.length; i++) {
      double p = probabilities[i][truth[i]];
      loss -= Math.log(Math.min(Math.max(p, CLIP), 1 - CLIP));
    }
    return loss / truth.length;
  }
}
