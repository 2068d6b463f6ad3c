package axial.data;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Gives the images of data sets as a network sees them, and keeps them in files by content, so that
 * each is decoded once however many epochs and runs there are. Deleting those files is always safe.
 */
@ProviderType
public interface ImageStore {

  /**
   * The images of a data set in one shape, with 1 or 3 channels. Whatever the source, a file or a
   * computation, pixels are read once for each content id.
   */
  Images open(Dataset dataset, Shape shape);

  /** What the files take now. */
  Usage usage();

  /**
   * What the kept images take.
   *
   * @param folder where they are; deleting it is safe at any time
   * @param bytes of its files
   * @param most bytes that they may take; 0 when nothing is kept
   */
  record Usage(Path folder, long bytes, long most) {}

  /** Images by sample. Thread-safe. */
  @ProviderType
  interface Images extends AutoCloseable {

    /**
     * The image of a sample.
     *
     * @throws axial.job.ProblemException of kind INPUT when it must be decoded and cannot be, or
     *     when its pixels are no longer those of the sample's content id
     */
    Image image(Sample sample);

    /**
     * Why images are not kept and must be decoded anew, as one sentence; nothing while they are.
     */
    Optional<String> note();

    /** Lets go of the files; images that were given stay good. */
    @Override
    void close();
  }
}
