package axial.view.figure;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes figures in one format of pictures, offered as a service. Called on a background thread.
 */
@ConsumerType
public interface FigureWriter {

  /** The ending of its files, such as {@code svg}. */
  String format();

  /**
   * Writes a picture; does not close the stream.
   *
   * @throws IOException when the stream cannot be written
   */
  void write(Drawing drawing, OutputStream out) throws IOException;
}
