package axial.audit;

import axial.job.Progress;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Writes an audit for people and for spreadsheets. */
@ProviderType
public interface AuditWriter {

  /**
   * Writes {@code audit.html}, one self-contained file with pictures, and the CSV files. Each file
   * is there whole or not at all. Called on a background thread.
   *
   * @param folder an existing folder
   * @return the HTML file
   * @throws axial.job.ProblemException of kind OUTPUT when a file cannot be written
   * @throws axial.job.CancelledException when cancelled
   */
  Path write(Audit audit, Path folder, Progress progress);
}
