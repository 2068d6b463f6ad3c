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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

  /** The explanations of the decided class that a run has kept of an image. */
  static List<ExplainedSample> kept(Runs runs, Asked image) {
    return kept(runs, List.of(image));
  }

  private static List<ExplainedSample> kept(Runs runs, List<Asked> images) {
    return runs
        .explanations(
            images.get(0).run(), images.get(0).asOf(), images.stream().map(Asked::source).toList())
        .stream()
        .filter(one -> one.explanation().label() == one.predicted())
        .toList();
  }

  /**
   * Explains images of one run and epoch, but for those that the run has kept explanations of that
   * were made just so; on a background thread.
   */
  static Answer find(Runs runs, List<Asked> images, Chosen how, Progress progress) {
    List<ExplainedSample> kept = kept(runs, images).stream().filter(how::made).toList();
    List<Asked> left =
        images.stream()
            .filter(
                image ->
                    how.explainers().isEmpty()
                        || !explainers(kept, image).containsAll(how.explainers()))
            .toList();
    if (left.isEmpty()) {
      return new Answer(kept, List.of());
    }
    Answer asked = ask(runs, left, how, progress, early -> {});
    Set<String> anew = left.stream().map(Asked::source).collect(Collectors.toSet());
    List<ExplainedSample> all = new ArrayList<>(asked.samples());
    kept.stream().filter(one -> !anew.contains(one.sample().source())).forEach(all::add);
    return new Answer(all, asked.failures());
  }

  private static Set<String> explainers(List<ExplainedSample> kept, Asked image) {
    return kept.stream()
        .filter(one -> one.sample().source().equals(image.source()))
        .map(one -> one.explanation().explainer())
        .collect(Collectors.toSet());
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
                first.asOf(),
                how.seed()),
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
