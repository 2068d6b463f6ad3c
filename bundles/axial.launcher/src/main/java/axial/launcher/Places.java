package axial.launcher;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param bundles folder of the built-in bundles
 * @param cache folder for what can be made again
 * @param workspace what the lab owns
 */
record Places(Path bundles, Path cache, Path workspace) {

  /** The places that the system properties and the user's environment give. */
  static Places ofSystem() {
    String cache = System.getProperty("axial.cache", "");
    return new Places(
        Path.of(System.getProperty("axial.bundles", "bundles")).toAbsolutePath(),
        cache.isBlank() ? userCache() : Path.of(cache).toAbsolutePath(),
        Path.of(System.getProperty("axial.workspace", "workspace")).toAbsolutePath());
  }

  private static Path userCache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    return xdg != null && !xdg.isBlank()
        ? Path.of(xdg, "axial")
        : Path.of(System.getProperty("user.home", "."), ".cache", "axial");
  }

  /** The lock file of the extensions, which may be missing. */
  Path lock() {
    return workspace.resolve("extensions").resolve("extensions.lock");
  }

  /** Names of the extensions that run in a process of their own only; may be missing. */
  Path isolated() {
    return workspace.resolve("extensions").resolve("isolated");
  }

  /** The jar of an extension of that hash. */
  Path stored(String sha256) {
    return workspace.resolve("extensions").resolve("store").resolve(sha256 + ".jar");
  }

  /** Fingerprints of the publishers that are trusted no more, one a line; may be missing. */
  Path revoked() {
    return workspace.resolve("trust").resolve("revoked");
  }

  /** Folder of the lab's own loose bundles, which may be missing. */
  Path plugins() {
    return workspace.resolve("plugins");
  }
}
