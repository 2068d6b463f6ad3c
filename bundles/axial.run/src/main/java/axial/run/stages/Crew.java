package axial.run.stages;

import axial.data.Augmenter;
import axial.data.DatasetSource;
import axial.data.DuplicateFinder;
import axial.data.ImageLoader;
import axial.data.Splitter;
import axial.data.Standardizer;
import axial.eval.Evaluator;
import axial.explain.Explainer;
import axial.job.Choice;
import axial.job.Extension;
import axial.job.Settings;
import axial.model.Engine;
import axial.run.Extensions;
import axial.run.RunSpec;
import axial.train.LearningRateSchedule;
import axial.train.Trainer;
import java.util.List;

/**
 * The objects that a run works with from its beginning to its end, whatever becomes of their
 * bundles meanwhile.
 */
public record Crew(
    Chosen<DatasetSource> source,
    Chosen<DuplicateFinder> duplicates,
    Chosen<Splitter> splitter,
    List<Chosen<Augmenter>> augmenters,
    List<Chosen<Standardizer>> standardizers,
    Chosen<Engine> engine,
    List<LearningRateSchedule> schedules,
    List<Chosen<Evaluator>> evaluators,
    List<Chosen<Explainer>> explainers,
    Trainer trainer,
    ImageLoader loader) {

  /** An extension with its settings. */
  public record Chosen<T extends Extension>(T extension, Settings settings) {}

  /**
   * Finds everything that a specification names.
   *
   * @throws axial.job.ProblemException that names what is missing
   */
  public static Crew of(RunSpec spec, Extensions extensions, Trainer trainer, ImageLoader loader) {
    return new Crew(
        find(extensions, DatasetSource.class, spec.source()),
        find(extensions, DuplicateFinder.class, spec.duplicates()),
        find(extensions, Splitter.class, spec.splitter()),
        spec.augmenters().stream().map(c -> find(extensions, Augmenter.class, c)).toList(),
        spec.standardizers().stream().map(c -> find(extensions, Standardizer.class, c)).toList(),
        find(extensions, Engine.class, spec.engine()),
        spec.plan().schedules().stream()
            .map(c -> extensions.find(LearningRateSchedule.class, c.id()))
            .toList(),
        spec.evaluators().stream().map(c -> find(extensions, Evaluator.class, c)).toList(),
        spec.explainers().stream().map(c -> find(extensions, Explainer.class, c)).toList(),
        trainer,
        loader);
  }

  /** An extension that was chosen, with its settings. */
  static <T extends Extension> Chosen<T> find(Extensions extensions, Class<T> type, Choice choice) {
    T extension = extensions.find(type, choice.id());
    return new Chosen<>(
        extension, Settings.of(choice.id(), extension.settings(), choice.settings()));
  }
}
