package axial.job;

/** Thrown by {@link Progress#check()} when the user has cancelled the job; not an error. */
public final class CancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A cancelled job, named. */
  public CancelledException(String task) {
    super(task + " was cancelled.");
  }
}
