package axial.run.store;

import axial.job.ProblemException;
import java.nio.file.Path;

/** Values as lines of JSON, to be spoken between processes. */
public final class Lines {

  private static final Path SPOKEN = Path.of("line");

  private final Json json = new Json(true);

  /** A value on one line, without its end. */
  public String write(Object value) {
    return json.line(value);
  }

  /**
   * Reads what {@link #write} wrote; every value must be there.
   *
   * @throws ProblemException of kind INPUT when it is nothing of that type
   */
  public <T> T read(String line, Class<T> type) {
    return json.readLine(SPOKEN, line, type);
  }
}
