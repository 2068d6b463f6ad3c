package axial.workbench.shell;

import axial.view.Perspective;
import axial.workbench.dock.Layouts;
import axial.workbench.look.Preferences;
import io.github.andrewauclair.moderndocking.exception.DockingLayoutException;
import io.github.andrewauclair.moderndocking.layouts.WindowLayout;
import java.io.IOException;
import java.util.Map;

/** What a closed window leaves for the next one. */
public final class Leaving {

  private final Layouts layouts;
  private final Map<Perspective, WindowLayout> kept;
  private final Preferences preferences;

  Leaving(Layouts layouts, Map<Perspective, WindowLayout> kept, Preferences preferences) {
    this.layouts = layouts;
    this.kept = kept;
    this.preferences = preferences;
  }

  /**
   * Writes it; off the event dispatch thread.
   *
   * @throws IOException when that is not possible; the next window then begins with defaults
   */
  public void write() throws IOException {
    preferences.save();
    try {
      layouts.write(kept);
    } catch (DockingLayoutException refused) {
      throw new IOException("The layouts cannot be kept: " + refused.getMessage(), refused);
    }
  }
}
