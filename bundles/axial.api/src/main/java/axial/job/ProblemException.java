package axial.job;

/** Ends a job with a {@link Problem} that is shown to the user as it is. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** An exception that tells this problem. */
  public ProblemException(Problem problem) {
    super(problem.text());
    this.problem = problem;
  }

  /** An exception that tells this problem, with what caused it for the log. */
  public ProblemException(Problem problem, Throwable cause) {
    super(problem.text(), cause);
    this.problem = problem;
  }

  /** Shorthand for a problem of this kind. */
  public static ProblemException of(Problem.Kind kind, String summary, String remedy) {
    return new ProblemException(new Problem(kind, summary, remedy));
  }

  /** What the user is told. */
  public Problem problem() {
    return problem;
  }
}
