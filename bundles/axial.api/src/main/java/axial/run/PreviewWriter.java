package axial.run;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Draws a preview of augmentation for people. */
@ProviderType
public interface PreviewWriter {

  /**
   * Writes one PNG picture, whole or not at all.
   *
   * @throws axial.job.ProblemException of kind OUTPUT when it cannot be written
   */
  void write(Preview preview, Path file);
}
