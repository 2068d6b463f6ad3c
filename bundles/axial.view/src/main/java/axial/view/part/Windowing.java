package axial.view.part;

/**
 * Window and level: which values of a picture become black and white on the screen. Immutable.
 *
 * @param window how many values lie between black and white, 1 to 510
 * @param level the value in the middle between them, 0 to 255
 */
public record Windowing(int window, int level) {

  /** Every value as it is. */
  public static final Windowing NEUTRAL = new Windowing(255, 128);

  private static final int WIDEST = 510;

  /** Brings both into their range. */
  public Windowing {
    window = Math.max(1, Math.min(WIDEST, window));
    level = Math.max(0, Math.min(255, level));
  }

  /** What each value from 0 to 255 becomes, 0 to 255. */
  public byte[] table() {
    byte[] table = new byte[256];
    if (equals(NEUTRAL)) {
      for (int value = 0; value < table.length; value++) {
        table[value] = (byte) value;
      }
      return table;
    }
    double black = level - window / 2.0;
    for (int value = 0; value < table.length; value++) {
      double shown = 255 * (value - black) / window;
      table[value] = (byte) (int) Math.max(0, Math.min(255, Math.round(shown)));
    }
    return table;
  }

  /** Another one, so much wider and higher. */
  public Windowing changed(int wider, int higher) {
    return new Windowing(window + wider, level + higher);
  }
}
