package axial.launcher;

/** Axial could not start; the message is one sentence for the user and what to do. */
final class LaunchException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int EXTENSION_PROBLEM = 5;

  LaunchException(String message, Throwable cause) {
    super(message, cause);
  }

  LaunchException(String message) {
    super(message);
  }

  /** The code for a bundle that is missing or broken. */
  int exitCode() {
    return EXTENSION_PROBLEM;
  }
}
