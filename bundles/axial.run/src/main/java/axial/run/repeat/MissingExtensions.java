package axial.run.repeat;

import axial.data.Augmenter;
import axial.data.DatasetSource;
import axial.data.DuplicateFinder;
import axial.data.Splitter;
import axial.data.Standardizer;
import axial.eval.Evaluator;
import axial.explain.Explainer;
import axial.job.Choice;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Engine;
import axial.run.Extensions;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.extensions.Names;
import axial.train.LearningRateSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Extensions of a run's record that no bundle offers now. */
public final class MissingExtensions {

  private final Extensions extensions;
  private final RunRecord run;
  private final List<String> needed = new ArrayList<>();
  private final List<String> dispensable = new ArrayList<>();

  private MissingExtensions(Extensions extensions, RunRecord run) {
    this.extensions = extensions;
    this.run = run;
  }

  /**
   * The specification of a run as it can be repeated now: all of it, or without the evaluators and
   * explainers that are missing.
   *
   * @param anyway whether to leave those out
   * @throws ProblemException of kind EXTENSION that names what is missing and the bundles that
   *     brought it
   */
  public static RunSpec leftOut(Extensions extensions, RunRecord run, boolean anyway) {
    return new MissingExtensions(extensions, run).spec(anyway);
  }

  private RunSpec spec(boolean anyway) {
    RunSpec s = run.spec();
    needed(DatasetSource.class, List.of(s.source()));
    needed(DuplicateFinder.class, List.of(s.duplicates()));
    needed(Splitter.class, List.of(s.splitter()));
    needed(Augmenter.class, s.augmenters());
    needed(Standardizer.class, s.standardizers());
    needed(Engine.class, List.of(s.engine()));
    needed(LearningRateSchedule.class, s.plan().schedules());
    List<Choice> evaluators = present(Evaluator.class, s.evaluators(), dispensable);
    List<Choice> explainers = present(Explainer.class, s.explainers(), dispensable);
    if (!needed.isEmpty()) {
      throw missing(needed, "Install what is missing.");
    }
    if (!dispensable.isEmpty() && !anyway) {
      throw missing(dispensable, "Install it, or go on without: --anyway.");
    }
    return s.withJudges(evaluators, explainers);
  }

  private ProblemException missing(List<String> what, String remedy) {
    return ProblemException.of(
        Problem.Kind.EXTENSION,
        "The run %s cannot be repeated as it was: missing %s %s."
            .formatted(run.id(), what.size() == 1 ? "is" : "are", String.join(", ", what)),
        remedy);
  }

  private void needed(Class<? extends Extension> type, List<Choice> choices) {
    present(type, choices, needed);
  }

  private List<Choice> present(
      Class<? extends Extension> type, List<Choice> choices, List<String> missing) {
    List<String> ids = extensions.all(type).stream().map(Extension::id).toList();
    choices.stream()
        .filter(choice -> !ids.contains(choice.id()))
        .forEach(
            choice ->
                missing.add(
                    "the %s \"%s\"%s"
                        .formatted(Names.of(type), choice.id(), broughtBy(type, choice.id()))));
    return choices.stream().filter(choice -> ids.contains(choice.id())).toList();
  }

  private String broughtBy(Class<?> type, String id) {
    return run.provenance().stream()
        .flatMap(provenance -> provenance.bundles().stream())
        .filter(bundle -> bundle.services().contains(type.getSimpleName() + " " + id))
        .map(bundle -> " of bundle " + bundle.symbolicName() + " " + bundle.version())
        .collect(Collectors.joining());
  }
}
