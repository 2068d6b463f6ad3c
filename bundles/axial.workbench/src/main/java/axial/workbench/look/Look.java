package axial.workbench.look;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Font;
import javax.swing.UIManager;

/** Theme and scale of all windows of this JVM. */
public final class Look {

  /** Scales that can be chosen, in per cent. */
  public static final int[] SCALES = {100, 125, 150, 175, 200};

  private static final String THEME = "theme";
  private static final String SCALE = "scale";
  private static final String FONT = "defaultFont";

  private final Preferences preferences;
  private final float plainSize;
  private volatile boolean desktopDark;

  /** The look that is preferred; {@link #install} puts it on. */
  public Look(Preferences preferences) {
    this.preferences = preferences;
    // FlatLaf's delegates are found through the loader of its own bundle.
    UIManager.put("ClassLoader", FlatLaf.class.getClassLoader());
    FlatLaf.setup(new FlatLightLaf());
    plainSize = UIManager.getFont(FONT).getSize2D();
  }

  /** Asks the desktop, where its theme is wanted; off the event dispatch thread. */
  public void askDesktop() {
    if (theme() == Theme.SYSTEM) {
      desktopDark = DesktopTheme.dark();
    }
  }

  /** The chosen theme. */
  public Theme theme() {
    return Theme.of(preferences.get(THEME, Theme.SYSTEM.name()));
  }

  /** The chosen scale in per cent, 100 to 200. */
  public int scale() {
    try {
      int wanted = Integer.parseInt(preferences.get(SCALE, "100"));
      return Math.min(SCALES[SCALES.length - 1], Math.max(SCALES[0], wanted));
    } catch (NumberFormatException broken) {
      return SCALES[0];
    }
  }

  /** Chooses another theme and puts it on. */
  public void theme(Theme theme) {
    preferences.put(THEME, theme.name());
    install();
  }

  /** Chooses another scale and puts it on. */
  public void scale(int percent) {
    preferences.put(SCALE, Integer.toString(percent));
    install();
  }

  /** Puts theme and scale on all windows; on the event dispatch thread. */
  public void install() {
    boolean dark = theme() == Theme.DARK || (theme() == Theme.SYSTEM && desktopDark);
    UIManager.put(FONT, null);
    Font font = UIManager.getFont(FONT);
    UIManager.put(FONT, font.deriveFont(plainSize * scale() / 100f));
    FlatLaf.setup(dark ? new FlatDarkLaf() : new FlatLightLaf());
    FlatLaf.updateUI();
  }
}
