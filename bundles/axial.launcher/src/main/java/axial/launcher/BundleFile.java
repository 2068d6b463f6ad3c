package axial.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * A file that holds a bundle.
 *
 * @param file where it is
 * @param symbolicName of the bundle
 * @param version of the bundle
 */
record BundleFile(Path file, String symbolicName, Version version) {

  /** Reads what bundle a jar is; nothing when it is none. */
  static Optional<BundleFile> of(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      @Nullable Manifest manifest = file.getManifest();
      String name =
          manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
      if (name == null) {
        return Optional.empty();
      }
      String version = manifest.getMainAttributes().getValue("Bundle-Version");
      return Optional.of(
          new BundleFile(
              jar,
              name.replaceFirst(";.*", "").strip(),
              version == null ? Version.emptyVersion : Version.parseVersion(version)));
    } catch (IOException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /** Symbolic name and version. */
  String identity() {
    return symbolicName + " " + version;
  }

  /** SHA-256 of the bytes of a file, 64 lower-case hexadecimal digits. */
  static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
