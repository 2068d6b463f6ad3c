package axial.dedup.look;

/** The eight ways in which a picture can lie: turned by right angles, mirrored or not. */
public enum Orientation {
  /** As it is. */
  UPRIGHT(""),
  /** Left and right exchanged. */
  MIRRORED("mirrored"),
  /** A quarter turn clockwise. */
  QUARTER("rotated by 90 degrees"),
  /** Left and right exchanged, then a quarter turn clockwise. */
  MIRRORED_QUARTER("mirrored and rotated by 90 degrees"),
  /** Half a turn. */
  HALF("rotated by 180 degrees"),
  /** Top and bottom exchanged. */
  UPSIDE_DOWN("mirrored top to bottom"),
  /** Three quarter turns clockwise. */
  THREE_QUARTERS("rotated by 270 degrees"),
  /** Left and right exchanged, then three quarter turns clockwise. */
  MIRRORED_THREE_QUARTERS("mirrored and rotated by 270 degrees");

  private final String words;

  Orientation(String words) {
    this.words = words;
  }

  /** A few words, turns being clockwise; empty when upright. */
  public String words() {
    return words;
  }

  /** What undoes it. */
  public Orientation inverse() {
    return switch (this) {
      case QUARTER -> THREE_QUARTERS;
      case THREE_QUARTERS -> QUARTER;
      default -> this;
    };
  }

  /** A square picture brought into this orientation. */
  public byte[] of(byte[] square, int side) {
    byte[] turned = new byte[square.length];
    int turns = ordinal() / 2;
    boolean mirrored = ordinal() % 2 == 1;
    int last = side - 1;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int row = y;
        int column = mirrored ? last - x : x;
        for (int turn = 0; turn < turns; turn++) {
          int down = column;
          column = last - row;
          row = down;
        }
        turned[row * side + column] = square[y * side + x];
      }
    }
    return turned;
  }
}
