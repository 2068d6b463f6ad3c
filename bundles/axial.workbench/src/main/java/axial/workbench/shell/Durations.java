package axial.workbench.shell;

/** Durations as a user reads them. */
final class Durations {

  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private Durations() {}

  static String words(double seconds) {
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return whole + " s";
    }
    if (whole < HOUR) {
      return (whole + MINUTE / 2) / MINUTE + " min";
    }
    return whole / HOUR + " h " + whole % HOUR / MINUTE + " min";
  }
}
