package axial.extensions.set;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;

/** Why something failed, in a few words. */
public final class Causes {

  private static final String CAUSED_BY = "Caused by: ";

  private Causes() {}

  /** What the last cause of a throwable says. */
  public static String words(Throwable failure) {
    Throwable last = failure;
    for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      last = cause;
    }
    String message = last.getMessage();
    String type = last.getClass().getSimpleName();
    if (message == null || message.isBlank()) {
      return type;
    }
    String line = message.lines().findFirst().orElse(message).strip();
    return last instanceof BundleException ? line : type + ": " + line;
  }

  /** What the last cause of a printed stack trace says. */
  public static String ofTrace(String trace) {
    String cause = trace.lines().findFirst().orElse("");
    for (String line : trace.lines().toList()) {
      if (line.startsWith(CAUSED_BY)) {
        cause = line.substring(CAUSED_BY.length());
      }
    }
    int colon = cause.indexOf(':');
    String type = colon < 0 ? cause : cause.substring(0, colon);
    return type.substring(type.lastIndexOf('.') + 1) + (colon < 0 ? "" : cause.substring(colon));
  }
}
