package axial.workbench;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** Where the window keeps things. */
final class WindowFolders {

  private final BundleContext framework;

  WindowFolders(BundleContext framework) {
    this.framework = framework;
  }

  /** What the lab owns. */
  Path workspace() {
    return Path.of(
        Optional.ofNullable(framework.getProperty("axial.workspace")).orElse("workspace"));
  }

  /** What the user prefers is kept below the user's own settings, unless told otherwise. */
  Path preferences() {
    String chosen = framework.getProperty("axial.config");
    if (chosen != null && !chosen.isBlank()) {
      return Path.of(chosen);
    }
    String xdg = System.getenv("XDG_CONFIG_HOME");
    return xdg != null && !xdg.isBlank()
        ? Path.of(xdg, "axial")
        : Path.of(System.getProperty("user.home", "."), ".config", "axial");
  }
}
