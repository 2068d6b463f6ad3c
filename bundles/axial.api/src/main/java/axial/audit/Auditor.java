package axial.audit;

import axial.job.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Says what a data set gives away: copies, what plain memory scores on it, and properties of the
 * files that tell the class without a look at the picture.
 */
@ProviderType
public interface Auditor {

  /**
   * Audits a data set. Called on a background thread; reads every picture, a few at a time, and
   * holds none of them.
   *
   * @throws axial.job.ProblemException of kind USAGE when there is no such finder or it has no such
   *     setting, of kind INPUT when the two data sets have no class in common or a picture can no
   *     longer be read
   * @throws axial.job.CancelledException when cancelled
   */
  Audit audit(AuditRequest request, Progress progress);
}
