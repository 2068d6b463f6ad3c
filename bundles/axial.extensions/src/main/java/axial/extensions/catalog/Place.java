package axial.extensions.catalog;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** Where a catalog lies: gives its files by their paths, and never more bytes than asked for. */
public interface Place {

  /** The address, as it is shown and kept; ends with a slash. */
  URI address();

  /**
   * Opens a file.
   *
   * @param path within the catalog
   * @param most how many bytes it may have; reading further throws
   * @return nothing when there is no such file; else a stream that throws {@link ProblemException}
   *     of kind INPUT when the file is longer, cannot be read or takes too long, and {@link
   *     axial.job.CancelledException} when {@code progress} is cancelled
   * @throws ProblemException of kind INPUT when the place cannot be reached
   */
  Optional<InputStream> open(String path, long most, Progress progress);

  /** The bytes of a small file; nothing when there is none. */
  default Optional<byte[]> read(String path, int most, Progress progress) {
    Optional<InputStream> opened = open(path, most, progress);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = opened.get()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException broken) {
      throw unreachable(path, broken);
    }
  }

  /** The problem of a file that has more bytes than it may. */
  default ProblemException tooLong(String path, long most) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The file %s of the catalog %s is longer than the %d bytes that it may have."
            .formatted(path, address(), most),
        "It was not read further; tell the publisher.");
  }

  /** The problem of a catalog that cannot be read. */
  default ProblemException unreachable(String path, IOException cause) {
    String why = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new ProblemException(
        new Problem(
            Problem.Kind.INPUT,
            "The file %s of the catalog %s cannot be read (%s%s)."
                .formatted(path, address(), cause.getClass().getSimpleName(), why),
            "Check the address and the network, then try again."),
        cause);
  }
}
