package axial.data;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Decodes image files, and turns pixels into the image that a network sees. Thread-safe. */
@ProviderType
public interface ImageLoader {

  /**
   * Decodes a JPEG or PNG file. Its header is checked before anything is decoded.
   *
   * @throws axial.job.ProblemException of kind INPUT that says what is wrong with the file
   */
  Pixels decode(Path file);

  /**
   * The picture resized to {@code shape} and divided by 255. Grey becomes equal channels, and
   * colour becomes grey when {@code shape} has one channel.
   *
   * @param shape with 1 or 3 channels
   */
  Image toImage(Pixels pixels, Shape shape);

  /**
   * Names what {@link #toImage} computes: letters, digits and hyphens, another text whenever it
   * would give another value. Images that are kept carry it.
   */
  String version();
}
