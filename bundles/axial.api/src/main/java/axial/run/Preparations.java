package axial.run;

import axial.data.Dataset;
import axial.job.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes data ready without training on it: what a run of the same request would train on, validate
 * with and be tested on, for a person to look at first. Thread-safe; each method works on the
 * calling thread and writes nothing into a run.
 *
 * <p>All methods throw {@link axial.job.ProblemException}: of kind USAGE when a name or value of
 * the request is unknown, of kind INPUT when the data cannot be read, deduplicated or split, of
 * kind EXTENSION when an extension fails; and {@link axial.job.CancelledException} when cancelled.
 */
@ProviderType
public interface Preparations {

  /** Opens the data of a request as a run would, the first step. */
  Dataset open(RunRequest request, Progress progress);

  /**
   * Looks for duplicates and sets frozen images aside, the second step; does not split.
   *
   * @param dataset what {@link #open} gave for this request
   * @throws axial.job.ProblemException also of kind USAGE for the protocol notebook, which has no
   *     such step before its split
   */
  Deduplicated deduplicate(RunRequest request, Dataset dataset, Progress progress);

  /**
   * Does what is left up to the split and its certificate.
   *
   * @param dataset what {@link #open} gave for this request
   */
  Prepared prepare(RunRequest request, Dataset dataset, Progress progress);

  /** Does all steps. */
  default Prepared prepare(RunRequest request, Progress progress) {
    return prepare(request, open(request, progress), progress);
  }
}
