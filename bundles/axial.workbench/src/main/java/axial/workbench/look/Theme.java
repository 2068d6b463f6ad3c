package axial.workbench.look;

import java.util.Locale;

/** Light, dark, or what the desktop has. */
public enum Theme {
  /** Dark text on light. */
  LIGHT("Light"),
  /** Light text on dark. */
  DARK("Dark"),
  /** As the desktop. */
  SYSTEM("As the desktop");

  private final String title;

  Theme(String title) {
    this.title = title;
  }

  /** Its name on the screen. */
  public String title() {
    return title;
  }

  /** The theme of that name; what the desktop has where there is none. */
  public static Theme of(String name) {
    for (Theme theme : values()) {
      if (theme.name().equals(name.toUpperCase(Locale.ROOT))) {
        return theme;
      }
    }
    return SYSTEM;
  }
}
