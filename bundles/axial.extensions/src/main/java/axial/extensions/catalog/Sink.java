package axial.extensions.catalog;

/** Takes the bytes of a file as they come. */
@FunctionalInterface
public interface Sink {

  /**
   * Takes some bytes.
   *
   * @param bytes of which the first {@code count} are meant; not kept
   * @throws axial.job.ProblemException when they cannot be written
   */
  void take(byte[] bytes, int count);
}
