package axial.extensions.resolve;

import axial.extension.BundleName;
import org.osgi.framework.Version;

/** The order of versions. */
public final class Versions {

  private Versions() {}

  /** The version of a bundle, to compare. */
  public static Version of(BundleName name) {
    return Version.parseVersion(name.version());
  }

  /** A version without zeros and ends that say nothing: 1.4 for 1.4.0. */
  static String brief(Version version) {
    if (!version.getQualifier().isEmpty()) {
      return version.toString();
    }
    String text = version.getMajor() + "." + version.getMinor();
    return version.getMicro() == 0 ? text : text + "." + version.getMicro();
  }
}
