package axial.extensions.catalog;

import axial.extension.BundleName;
import axial.extensions.resolve.Described;

/**
 * One bundle of an index.
 *
 * @param described what it offers and requires
 * @param sha256 of its jar
 * @param bytes size of its jar
 */
public record Entry(Described described, String sha256, long bytes) {

  /** Where the jar of a bundle lies in a catalog; made of its name, so it cannot lead elsewhere. */
  public static String path(BundleName name) {
    return "jars/" + name.symbolicName() + "-" + name.version() + ".jar";
  }
}
