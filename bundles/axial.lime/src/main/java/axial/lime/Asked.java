package axial.lime;

import java.util.Arrays;
import java.util.List;

/**
 * Some variations of an image, and what a model said of them.
 *
 * @param masks which regions each shows
 * @param answers the probability of the explained class for each
 */
record Asked(List<boolean[]> masks, double[] answers) {

  /** Some of them, from {@code from} to before {@code to}. */
  Asked part(int from, int to) {
    return new Asked(masks.subList(from, to), Arrays.copyOfRange(answers, from, to));
  }
}
