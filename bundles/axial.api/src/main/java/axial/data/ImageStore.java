package axial.data;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Gives the images of data sets as a network sees them, and keeps them in files by content, so that
 * each is decoded once however many epochs and runs there are. Deleting those files is always safe.
 */
@ProviderType
public interface ImageStore {

  /** The images of a data set in one shape, with 1 or 3 channels. */
  Images open(Dataset dataset, Shape shape);

  /** Images by sample. Thread-safe. */
  @ProviderType
  interface Images extends AutoCloseable {

    /**
     * The image of a sample.
     *
     * @throws axial.job.ProblemException of kind INPUT when it must be decoded and cannot be
     */
    Image image(Sample sample);

    /** Lets go of the files; images that were given stay good. */
    @Override
    void close();
  }
}
