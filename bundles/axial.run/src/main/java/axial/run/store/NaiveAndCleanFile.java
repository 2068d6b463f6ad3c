package axial.run.store;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;
import axial.run.NaiveAndClean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code naive-and-clean.json}: the scores of a run that leaks. What follows from the counts is
 * written for other programs and not read.
 */
record NaiveAndCleanFile(
    Score naive,
    @Nullable Score clean,
    @Nullable Score memoriserNaive,
    @Nullable Score memoriserClean) {

  /**
   * One score.
   *
   * @param confusion truth in rows, prediction in columns
   * @param recalls by class, of those that have images
   */
  record Score(
      int images,
      int[][] confusion,
      Estimate accuracy,
      double balancedAccuracy,
      Map<String, Estimate> recalls) {

    static Score of(ConfusionMatrix matrix) {
      Map<String, Estimate> recalls = new LinkedHashMap<>();
      for (int label = 0; label < matrix.labels().count(); label++) {
        String name = matrix.labels().name(label);
        NaiveAndClean.recall(matrix, label).ifPresent(recall -> recalls.put(name, recall));
      }
      return new Score(
          matrix.total(),
          Counts.of(matrix),
          NaiveAndClean.accuracy(matrix),
          matrix.balancedAccuracy(),
          recalls);
    }
  }

  static NaiveAndCleanFile of(NaiveAndClean scores) {
    return new NaiveAndCleanFile(
        Score.of(scores.naive()),
        scores.clean().map(Score::of).orElse(null),
        scores.memoriser().map(memory -> Score.of(memory.naive())).orElse(null),
        scores.memoriser().flatMap(NaiveAndClean.Memory::clean).map(Score::of).orElse(null));
  }

  NaiveAndClean scores(Labels labels) {
    return new NaiveAndClean(
        new ConfusionMatrix(labels, naive.confusion()),
        matrix(labels, clean),
        matrix(labels, memoriserNaive)
            .map(whole -> new NaiveAndClean.Memory(whole, matrix(labels, memoriserClean))));
  }

  private static Optional<ConfusionMatrix> matrix(Labels labels, @Nullable Score score) {
    return Optional.ofNullable(score).map(s -> new ConfusionMatrix(labels, s.confusion()));
  }
}
