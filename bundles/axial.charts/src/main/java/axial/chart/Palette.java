package axial.chart;

import java.awt.Color;
import java.util.List;

/**
 * Okabe and Ito's colours, which colour-blind readers can tell apart, in the order that stands out
 * best from a light or a dark ground.
 */
final class Palette {

  private static final Color BLUE = new Color(0x0072B2);
  private static final Color SKY = new Color(0x56B4E9);
  private static final Color VERMILION = new Color(0xD55E00);
  private static final Color ORANGE = new Color(0xE69F00);
  private static final Color GREEN = new Color(0x009E73);
  private static final Color PURPLE = new Color(0xCC79A7);
  private static final Color YELLOW = new Color(0xF0E442);

  /** For white and light grey grounds; yellow and sky blue would fade there. */
  static final List<Color> ON_LIGHT = List.of(BLUE, VERMILION, GREEN, PURPLE, Color.BLACK, ORANGE);

  /** For dark grounds; black and the deep blue would sink there. */
  static final List<Color> ON_DARK = List.of(SKY, ORANGE, GREEN, PURPLE, YELLOW, VERMILION);

  private Palette() {}

  /** How bright a colour is to the eye, in [0, 1]. */
  static double luminance(Color colour) {
    return (0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue())
        / 255;
  }
}
