package axial.data.folder;

import axial.job.Problem;
import axial.job.ProblemException;

/** Text that a pattern may look at only so often, because some patterns take for ever. */
final class BoundedText implements CharSequence {

  private static final int MOST_LOOKS = 2_000_000;

  private final String text;
  private int looks;

  BoundedText(String text) {
    this.text = text;
  }

  static ProblemException tooSlow(String source) {
    return ProblemException.of(
        Problem.Kind.USAGE,
        "The group setting takes too long on the path " + source + ".",
        "Give a simpler expression, without repetitions inside repetitions.");
  }

  @Override
  public char charAt(int index) {
    if (++looks > MOST_LOOKS) {
      throw tooSlow(text);
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return text.substring(from, to);
  }

  @Override
  public String toString() {
    return text;
  }
}
