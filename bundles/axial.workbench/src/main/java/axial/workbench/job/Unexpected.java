package axial.workbench.job;

import axial.job.Problem;

/** What the user is told of a failure that nobody has put into words. */
public final class Unexpected {

  private Unexpected() {}

  /** A failure of a job or a view. */
  public static Problem problem(String what, Throwable failure) {
    String reason = failure.getMessage();
    return new Problem(
        Problem.Kind.INTERNAL,
        "\"%s\" failed in a way that Axial does not know: %s."
            .formatted(
                what,
                reason == null || reason.isBlank()
                    ? failure.getClass().getSimpleName()
                    : reason.strip().replaceFirst("\\.$", "")),
        "Try it again; the details help whoever mends it.");
  }

  /** There was not enough memory. */
  public static Problem memory(String what) {
    return new Problem(
        Problem.Kind.MACHINE,
        "There is not enough memory for \"" + what + "\".",
        "Close other programs, choose fewer or smaller images, or start Axial with a larger heap.");
  }
}
