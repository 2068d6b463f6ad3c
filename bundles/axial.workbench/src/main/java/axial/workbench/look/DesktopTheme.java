package axial.workbench.look;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Asks the desktop whether it is dark. */
final class DesktopTheme {

  private static final long PATIENCE_MILLIS = 700;

  private DesktopTheme() {}

  /** Whether it says that it is dark; off the event dispatch thread. */
  static boolean dark() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return says(List.of("defaults", "read", "-g", "AppleInterfaceStyle"), "dark");
    }
    if (system.contains("win")) {
      return says(
          List.of(
              "reg",
              "query",
              "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
              "/v",
              "AppsUseLightTheme"),
          "0x0");
    }
    return says(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"), "dark");
  }

  private static boolean says(List<String> command, String word) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return false;
      }
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.toLowerCase(Locale.ROOT).contains(word);
    } catch (IOException unknown) {
      return false; // a desktop that cannot be asked counts as light
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
