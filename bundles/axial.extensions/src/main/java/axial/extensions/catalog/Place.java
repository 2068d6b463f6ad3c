package axial.extensions.catalog;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Where a catalog lies: gives its files by their paths, and never more bytes than asked for. */
public interface Place {

  /** The address, as it is shown and kept; ends with a slash. */
  URI address();

  /**
   * Passes the bytes of a file on.
   *
   * @param path within the catalog
   * @param most how many bytes it may have
   * @return whether there is such a file
   * @throws ProblemException of kind INPUT when it is longer, cannot be reached or read, or takes
   *     too long
   * @throws axial.job.CancelledException when {@code progress} is cancelled
   */
  boolean copy(String path, long most, Sink sink, Progress progress);

  /** The bytes of a small file; nothing when there is none. */
  default Optional<byte[]> read(String path, int most, Progress progress) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    return copy(path, most, (part, count) -> bytes.write(part, 0, count), progress)
        ? Optional.of(bytes.toByteArray())
        : Optional.empty();
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
