package axial.workbench.training.hint;

/**
 * What a rule has to say.
 *
 * @param severity how much it matters
 * @param sentence what is seen
 * @param reason the figures that show it, or why it is so
 * @param advice what to do
 */
public record Hint(Severity severity, String sentence, String reason, String advice) {

  /** How much a hint matters. */
  public enum Severity {
    /** Worth knowing. */
    NOTE,
    /** Worth a look. */
    WARNING,
    /** Going on makes no sense. */
    ERROR
  }
}
