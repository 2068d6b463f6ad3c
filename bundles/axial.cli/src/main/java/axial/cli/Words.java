package axial.cli;

/** Puts into words what a program would say otherwise. */
final class Words {

  private Words() {}

  /** What a throwable says, never "null". */
  static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : failure.getClass().getSimpleName() + ": " + message.strip().replaceAll("\\s+", " ");
  }

  /** "1 image", "2 images". */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A time such as "8 s", "3 min 20 s" or "2 h 5 min". */
  static String duration(double seconds) {
    long s = Math.max(0, Math.round(seconds));
    if (s < 60) {
      return s + " s";
    }
    return s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s % 3600 / 60 + " min";
  }
}
