package axial.audit;

/**
 * What a researcher should know of the data, and what to do about it.
 *
 * @param level how much it matters
 * @param what one or two sentences
 * @param next what to do; empty where nothing has to be done
 */
public record Finding(Level level, String what, String next) {

  /** How much a finding matters. */
  public enum Level {
    /** A result on these data would mislead. */
    WARNING,
    /** Worth knowing. */
    NOTE,
    /** This was looked at and is fine. */
    FINE
  }
}
