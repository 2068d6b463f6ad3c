package axial.extension;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes keys and catalogs. Called on a background thread; throws {@link axial.job.ProblemException}
 * in one sentence for what is refused.
 */
@ProviderType
public interface Publishing {

  /**
   * Makes a new Ed25519 key.
   *
   * @param file for the private key, readable by its owner only; must not exist. The public key is
   *     written beside it with the ending {@code .pub}
   * @return the key's fingerprint
   */
  String makeKey(Path file);

  /**
   * Signs a jar into a catalog, which is made when it is not there, and raises the catalog's
   * version. A version of a bundle that was published once is never replaced by other bytes.
   *
   * @param jar a bundle whose manifest has name, version, description, licence and author
   * @param catalog folder of the catalog
   * @param key file of the private key; a catalog that exists must be of the same key
   * @param name of the catalog from now on; nothing keeps the one it has, which for a new catalog
   *     is the name of its folder
   * @return what was published; nothing is changed when just that jar was published before
   */
  Catalogs.Release publish(Path jar, Path catalog, Path key, Optional<String> name);
}
