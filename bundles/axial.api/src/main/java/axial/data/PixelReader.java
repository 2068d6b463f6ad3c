package axial.data;

import java.util.Optional;

/** Reads the pixels of a data set's samples. Thread-safe; reads anew at each call. */
public interface PixelReader {

  /**
   * The decoded picture, grey or RGB, in its own size.
   *
   * @throws axial.job.ProblemException of kind INPUT when it can no longer be read
   */
  Pixels read(Sample sample);

  /** Where the finding is: grey, 255 inside and 0 outside, as large as the picture, if known. */
  Optional<Pixels> mask(Sample sample);
}
