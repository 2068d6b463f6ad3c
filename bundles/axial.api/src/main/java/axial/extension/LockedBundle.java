package axial.extension;

import java.util.Optional;

/**
 * One bundle of a set of extensions: a line of {@code extensions.lock}.
 *
 * @param name symbolic name and version
 * @param sha256 SHA-256 of its jar, 64 lower-case hexadecimal digits
 * @param bytes size of its jar
 * @param origin where it came from; nothing for a file that the user installed
 */
public record LockedBundle(BundleName name, String sha256, long bytes, Optional<Origin> origin) {

  /**
   * The catalog that a bundle came from.
   *
   * @param catalog address of the catalog
   * @param publisher fingerprint of the key that signed it
   */
  public record Origin(String catalog, String publisher) {}

  /** Checks the hash and the size. */
  public LockedBundle {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "A SHA-256 has 64 hexadecimal digits; that of " + name + " was \"" + sha256 + "\".");
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("The size of " + name + " was " + bytes + ".");
    }
  }
}
