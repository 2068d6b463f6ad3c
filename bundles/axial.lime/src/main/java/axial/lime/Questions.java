package axial.lime;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.model.Model;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Asks a model about variations of one image.
 *
 * @param label the class whose probability is asked for
 * @param batch images in one question
 * @param written how many images were written so far
 * @param total how many are going to be
 */
record Questions(
    Model model,
    int label,
    Perturbation perturbation,
    int regions,
    int batch,
    Progress progress,
    AtomicInteger written,
    int total) {

  /**
   * Asks about samples.
   *
   * @param from the first of them
   * @param to after the last of them
   * @param seed of all samples
   */
  Asked ask(int from, int to, Seed seed) {
    List<boolean[]> masks =
        IntStream.range(from, to).mapToObj(s -> Perturbation.mask(s, regions, seed)).toList();
    double[] answers = new double[masks.size()];
    for (int first = 0; first < answers.length; first += batch) {
      List<boolean[]> part = masks.subList(first, Math.min(answers.length, first + batch));
      double[][] probabilities =
          model.predict(
              part.size(),
              (i, values) -> {
                progress.checkCancelled(); // others wait for the model meanwhile
                perturbation.write(part.get(i), values);
                progress.at("Asking the model", written.incrementAndGet(), total);
              });
      for (int s = 0; s < part.size(); s++) {
        answers[first + s] = finite(probabilities[s][label]);
      }
    }
    progress.check();
    return new Asked(masks, answers);
  }

  private double finite(double probability) {
    if (!Double.isFinite(probability)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The network %s answers %s, which no explanation can be fitted to."
              .formatted(model.network().name(), probability),
          "Train it again, with a lower learning rate.");
    }
    return probability;
  }
}
