package axial.run.stages;

import axial.eval.ConfusionMatrix;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.run.LeakCertificate;
import axial.run.NaiveAndClean;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sets the score on a whole test part that leaks beside that on its clean images. */
public final class Contrast {

  private Contrast() {}

  /**
   * Both scores, of the network and of plain memory.
   *
   * @param predictions those for the test part, in any order
   * @param memoriser what plain memory said of the same images, if it was asked
   */
  public static NaiveAndClean of(
      Predictions predictions, Optional<Predictions> memoriser, LeakCertificate leaks) {
    Set<String> known = new HashSet<>(leaks.knownTest());
    return new NaiveAndClean(
        predictions.confusion(),
        clean(predictions, known),
        memoriser.map(
            memory -> new NaiveAndClean.Memory(memory.confusion(), clean(memory, known))));
  }

  /** The answers for images that nothing gives away; nothing when there are none. */
  private static Optional<ConfusionMatrix> clean(Predictions predictions, Set<String> known) {
    List<Prediction> clean =
        predictions.list().stream().filter(p -> !known.contains(p.source())).toList();
    return clean.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Predictions(predictions.labels(), clean, predictions.threshold()).confusion());
  }
}
