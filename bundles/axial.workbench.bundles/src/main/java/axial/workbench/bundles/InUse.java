package axial.workbench.bundles;

import axial.data.Augmenter;
import axial.data.DatasetSource;
import axial.data.DuplicateFinder;
import axial.data.ImageLoader;
import axial.data.ImageStore;
import axial.data.Splitter;
import axial.data.Standardizer;
import axial.eval.Evaluator;
import axial.explain.Explainer;
import axial.job.Choice;
import axial.model.Engine;
import axial.model.ModelFactory;
import axial.run.Extensions.State;
import axial.run.RunSpec;
import axial.run.Runs;
import axial.train.LearningRateSchedule;
import axial.train.Trainer;
import axial.view.run.Training;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who uses a bundle at the moment. Only on the event dispatch thread. */
final class InUse {

  private static final Set<String> OF_EVERY_TRAINING =
      Set.of(
          Runs.class.getName(),
          Trainer.class.getName(),
          ImageStore.class.getName(),
          ImageLoader.class.getName());

  private InUse() {}

  /** Whether a training holds services now. */
  static boolean holds(Training training) {
    return switch (training.state()) {
      case RUNNING, PAUSED, STOPPING -> true;
      case QUEUED, DONE, STOPPED, FAILED -> false;
    };
  }

  /**
   * The titles of the running trainings that use each bundle, itself or through one that needs it,
   * by symbolic names; bundles that none uses are left out.
   */
  static Map<String, List<String>> of(List<BundleInfo> all, List<Training> trainings) {
    List<Training> holding = trainings.stream().filter(InUse::holds).toList();
    Map<String, List<String>> titles = new HashMap<>();
    if (holding.isEmpty()) {
      return titles;
    }
    Map<String, List<String>> needs = new HashMap<>();
    for (BundleInfo bundle : all) {
      bundle
          .neededBy()
          .forEach(
              by ->
                  needs.computeIfAbsent(by, name -> new ArrayList<>()).add(bundle.symbolicName()));
    }
    for (Training training : holding) {
      Set<String> used = new HashSet<>();
      Deque<String> open = new ArrayDeque<>();
      all.stream()
          .filter(bundle -> isUsedBy(training, bundle))
          .forEach(bundle -> open.add(bundle.symbolicName()));
      while (!open.isEmpty()) {
        String name = open.remove();
        if (used.add(name)) {
          open.addAll(needs.getOrDefault(name, List.of()));
        }
      }
      used.forEach(
          name -> titles.computeIfAbsent(name, one -> new ArrayList<>()).add(training.title()));
    }
    return titles;
  }

  private static boolean isUsedBy(Training training, BundleInfo bundle) {
    if (bundle.services().stream().anyMatch(OF_EVERY_TRAINING::contains)) {
      return true;
    }
    Set<String> chosen = training.spec().map(InUse::chosen).orElse(Set.of());
    return bundle.extensions().stream()
        .filter(status -> status.state() == State.USABLE)
        .anyMatch(status -> chosen.contains(status.type() + " " + status.id()));
  }

  private static Set<String> chosen(RunSpec spec) {
    Set<String> chosen = new HashSet<>();
    add(chosen, DatasetSource.class, List.of(spec.source()));
    add(chosen, DuplicateFinder.class, List.of(spec.duplicates()));
    add(chosen, Splitter.class, List.of(spec.splitter()));
    add(chosen, Augmenter.class, spec.augmenters());
    add(chosen, Standardizer.class, spec.standardizers());
    add(chosen, ModelFactory.class, List.of(spec.model()));
    add(chosen, Engine.class, List.of(spec.engine()));
    add(chosen, LearningRateSchedule.class, spec.plan().schedules());
    add(chosen, Evaluator.class, spec.evaluators());
    add(chosen, Explainer.class, spec.explainers());
    return chosen;
  }

  private static void add(Set<String> chosen, Class<?> type, List<Choice> choices) {
    choices.forEach(choice -> chosen.add(type.getSimpleName() + " " + choice.id()));
  }
}
