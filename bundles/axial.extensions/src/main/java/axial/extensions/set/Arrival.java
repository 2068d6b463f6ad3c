package axial.extensions.set;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * A bundle that is to come.
 *
 * @param name what the user knows it by
 * @param location in the framework; ends with the hash of the jar, before ".jar" or alone
 * @param copied the file whose bytes the framework copies; nothing when the location is a reference
 *     to a file that stays as it is
 */
record Arrival(String name, String location, Optional<Path> copied) {

  private static final Pattern ENDING = Pattern.compile(".*[/#]([0-9a-f]{64})(\\.jar)?");

  /** A bundle that is used where it lies, in a file that never changes. */
  static Arrival lying(String name, Path jar) {
    return new Arrival(name, "reference:" + jar.toAbsolutePath().toUri(), Optional.empty());
  }

  /** A bundle whose bytes are copied, of a file that may change. */
  static Arrival copied(String name, Path loose, String sha256, Path kept) {
    return new Arrival(name, loose.toAbsolutePath().toUri() + "#" + sha256, Optional.of(kept));
  }

  /** The same at another location. */
  Arrival again(long number) {
    return new Arrival(name, location.replace("#", "#" + number + "/"), copied);
  }

  /** The file that a location refers to. */
  Path lying() {
    return Path.of(URI.create(location.replaceFirst("^reference:", "")));
  }

  /** Whether a bundle was installed from the jar of that hash. */
  static boolean isOf(Bundle bundle, String sha256) {
    return hash(bundle).filter(sha256::equals).isPresent();
  }

  /** The hash that a bundle was installed by, where that was one. */
  static Optional<String> hash(Bundle bundle) {
    var matcher = ENDING.matcher(bundle.getLocation());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Installs it; it is not resolved yet. */
  Bundle install(BundleContext framework) throws BundleException, IOException {
    if (copied.isEmpty()) {
      return framework.installBundle(location);
    }
    try (InputStream in = Files.newInputStream(copied.get())) {
      return framework.installBundle(location, in);
    }
  }
}
