package axial.data;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps curations in files and applies them. Thread-safe; works on the calling thread. */
@ProviderType
public interface Curations {

  /**
   * Reads a file.
   *
   * @throws axial.job.ProblemException of kind INPUT when it is missing or damaged; the row is
   *     named
   */
  Curation read(Path file);

  /**
   * Writes a file, whole or not at all; replaces what is there.
   *
   * @throws axial.job.ProblemException of kind OUTPUT when it cannot be written
   */
  void write(Path file, Curation curation);

  /**
   * A data set as it is after a curation: excluded samples stand among what was left out,
   * relabelled ones have their new class, those to be kept are {@link Dataset#kept}, and a note
   * says how many.
   *
   * @throws axial.job.ProblemException of kind INPUT when the data set has no class of an edit
   */
  Dataset apply(Dataset dataset, Curation curation);
}
