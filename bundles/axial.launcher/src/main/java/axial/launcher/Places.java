package axial.launcher;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param bundles folder of the built-in bundles
 * @param plugins folder of the lab's own bundles, which may be missing
 * @param cache folder for what can be made again
 * @param workspace what the lab owns
 */
record Places(Path bundles, Path plugins, Path cache, Path workspace) {

  /** The places that the system properties and the user's environment give. */
  static Places ofSystem() {
    Path workspace = Path.of(System.getProperty("axial.workspace", "workspace")).toAbsolutePath();
    String cache = System.getProperty("axial.cache", "");
    return new Places(
        Path.of(System.getProperty("axial.bundles", "bundles")).toAbsolutePath(),
        workspace.resolve("plugins"),
        cache.isBlank() ? userCache() : Path.of(cache).toAbsolutePath(),
        workspace);
  }

  private static Path userCache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    return xdg != null && !xdg.isBlank()
        ? Path.of(xdg, "axial")
        : Path.of(System.getProperty("user.home", "."), ".cache", "axial");
  }
}
