package axial.job;

import java.util.Objects;

/**
 * What a user is told when something is wrong.
 *
 * @param kind what sort of thing is wrong; decides the exit code of the command line
 * @param summary one sentence that names the thing and the bad value
 * @param remedy one sentence that says what to do; may be empty where nothing can be done
 */
public record Problem(Kind kind, String summary, String remedy) {

  /** The sorts of problem, each with the exit code of the command line. */
  public enum Kind {
    /** A command, setting or name that Axial does not know, or a value out of range. */
    USAGE(2),
    /** Input that cannot be used: a folder without images, a class missing, a broken file. */
    INPUT(3),
    /** Output that cannot be written. */
    OUTPUT(4),
    /** A bundle or service that is missing, broken or in conflict. */
    EXTENSION(5),
    /** The machine refused: memory, native library, disk. */
    MACHINE(6),
    /** Anything else: a defect of Axial. */
    INTERNAL(1);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of a command that ended with this problem, 1 to 6. */
    public int exitCode() {
      return exitCode;
    }
  }

  /** Checks that there is a summary. */
  public Problem {
    Objects.requireNonNull(kind, "kind");
    if (summary.isBlank()) {
      throw new IllegalArgumentException("A problem needs a summary; it was blank.");
    }
    Objects.requireNonNull(remedy, "remedy");
  }

  /** Summary and remedy as one line of text. */
  public String text() {
    return remedy.isEmpty() ? summary : summary + " " + remedy;
  }
}
