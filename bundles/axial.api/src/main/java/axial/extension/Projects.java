package axial.extension;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Begins projects of extensions. Called on a background thread. */
@ProviderType
public interface Projects {

  /**
   * Writes a project of a model bundle that builds with {@code mvn package} alone: build file, a
   * small network, its test, the API and a README.
   *
   * @param name id of the model: small letters and digits, words joined by {@code -}
   * @param folder for the project: missing or empty
   * @return the folder
   * @throws axial.job.ProblemException of kind USAGE for a name that cannot be used, of kind OUTPUT
   *     for a folder that is not empty or cannot be written
   */
  Path model(String name, Path folder);
}
