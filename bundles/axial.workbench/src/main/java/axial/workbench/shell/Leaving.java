package axial.workbench.shell;

import axial.workbench.look.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * What a closed window leaves for the next one: layouts as contents of files by their names, what
 * the user prefers, and which data were open.
 */
public final class Leaving {

  private final Map<String, byte[]> layouts;
  private final Preferences preferences;
  private final LastData last;

  Leaving(Map<String, byte[]> layouts, Preferences preferences, LastData last) {
    this.layouts = Map.copyOf(layouts);
    this.preferences = preferences;
    this.last = last;
  }

  /**
   * Writes it; off the event dispatch thread.
   *
   * @throws IOException when that is not possible; the next window then begins with defaults
   */
  public void write() throws IOException, InterruptedException {
    last.await();
    preferences.save();
    for (Map.Entry<String, byte[]> layout : layouts.entrySet()) {
      Files.write(preferences.folder().resolve(layout.getKey()), layout.getValue());
    }
  }
}
