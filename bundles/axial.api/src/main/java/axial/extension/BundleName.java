package axial.extension;

/**
 * One version of one bundle.
 *
 * @param symbolicName such as {@code lab.my-net}
 * @param version an OSGi version, such as {@code 1.0.0}
 */
public record BundleName(String symbolicName, String version) {

  /** Checks that both are there and of one word. */
  public BundleName {
    if (!symbolicName.matches("[A-Za-z0-9_.-]+") || !version.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException(
          "A bundle has a symbolic name and a version; these were \"%s\" and \"%s\"."
              .formatted(symbolicName, version));
    }
  }

  /** Symbolic name and version, joined by a space. */
  @Override
  public String toString() {
    return symbolicName + " " + version;
  }
}
