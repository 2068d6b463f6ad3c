package axial.workbench.shell;

import axial.workbench.look.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * What a closed window leaves for the next one.
 *
 * @param layouts contents of files by their names
 * @param preferences what the user prefers
 */
public record Leaving(Map<String, byte[]> layouts, Preferences preferences) {

  /**
   * Writes it; off the event dispatch thread.
   *
   * @throws IOException when that is not possible; the next window then begins with defaults
   */
  public void write() throws IOException {
    preferences.save();
    for (Map.Entry<String, byte[]> layout : layouts.entrySet()) {
      Files.write(preferences.folder().resolve(layout.getKey()), layout.getValue());
    }
  }
}
