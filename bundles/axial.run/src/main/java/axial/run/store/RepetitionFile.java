package axial.run.store;

import axial.run.Repetition;
import java.util.List;

/**
 * {@code repetition.json}: how a run differs from the one that it repeats.
 *
 * @param original folder of that run
 */
record RepetitionFile(
    String original,
    boolean equal,
    List<Repetition.Ingredient> ingredients,
    List<Repetition.Result> results) {

  static RepetitionFile of(Repetition repetition) {
    return new RepetitionFile(
        repetition.original().folder().toString(),
        repetition.equal(),
        repetition.ingredients(),
        repetition.results());
  }
}
