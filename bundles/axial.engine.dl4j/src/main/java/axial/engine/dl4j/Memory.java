package axial.engine.dl4j;

import axial.job.Problem;
import axial.job.ProblemException;
import java.util.function.Supplier;

/** Tells in words when memory has run out: the heap's, or what ND4J asks of the system. */
final class Memory {

  private Memory() {}

  /** Does work that may need much memory; {@code remedy} is a sentence for when there is none. */
  static <T> T needed(Supplier<T> work, String purpose, String remedy) {
    try {
      return work.get();
    } catch (OutOfMemoryError full) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.MACHINE, "There is not enough memory for " + purpose + ".", remedy),
          full);
    }
  }
}
