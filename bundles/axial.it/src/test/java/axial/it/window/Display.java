package axial.it.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How a process is given a display. */
final class Display {

  private Display() {}

  /**
   * What stands before a command so that it has a display: nothing where there is one, {@code
   * xvfb-run} where that is installed; empty where neither is.
   *
   * @param size of a display that is made, such as {@code 1600x1000}
   */
  static Optional<List<String>> prefix(String size) {
    String display = System.getenv("DISPLAY");
    if (display != null && !display.isBlank() && System.getenv("AXIAL_UI_XVFB") == null) {
      return Optional.of(List.of());
    }
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, "xvfb-run"))) {
        return Optional.of(List.of("xvfb-run", "-a", "-s", "-screen 0 " + size + "x24"));
      }
    }
    return Optional.empty();
  }
}
