package axial.workbench.explanation;

import axial.job.Problem;
import axial.job.Progress;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.run.RunEvent;
import axial.run.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What came of a request to explain images.
 *
 * @param samples the explanations
 * @param failures explainers that failed
 */
record Answer(List<ExplainedSample> samples, List<Problem> failures) {

  /** Copies the lists. */
  Answer {
    samples = List.copyOf(samples);
    failures = List.copyOf(failures);
  }

  /**
   * Explains images of one run and epoch; on a background thread.
   *
   * @param partial gets what explainers can say before all answers are there
   */
  static Answer ask(
      Runs runs,
      List<Asked> images,
      Chosen how,
      Progress progress,
      Consumer<ExplainedSample> partial) {
    Asked first = images.get(0);
    List<Problem> failures = new ArrayList<>();
    List<ExplainedSample> samples =
        runs.explain(
            first.run(),
            new ExplainRequest(
                new ExplainRequest.Named(images.stream().map(Asked::source).toList()),
                how.explainers(),
                how.set(),
                Optional.empty(),
                first.epoch() > 0 ? OptionalInt.of(first.epoch()) : OptionalInt.empty()),
            event -> {
              if (event instanceof RunEvent.ExtensionFailed failed) {
                failures.add(problem(failed));
              }
            },
            progress,
            partial);
    return new Answer(samples, failures);
  }

  private static Problem problem(RunEvent.ExtensionFailed failed) {
    return new Problem(
        Problem.Kind.EXTENSION,
        "%s of %s failed: %s".formatted(failed.extension(), failed.bundle(), failed.reason()),
        "Update or remove the bundle under Extensions.");
  }
}
