package axial.run.stages;

import axial.data.Augmenter;
import axial.data.DatasetSource;
import axial.data.DuplicateFinder;
import axial.data.HoldOuts;
import axial.data.ImageLoader;
import axial.data.ImageStore;
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
import java.util.Map;
import java.util.Optional;

/**
 * The objects that a run works with from its beginning to its end, whatever becomes of their
 * bundles meanwhile.
 *
 * @param nearFinder looks for near pairs across the parts, whatever finder was chosen to take
 *     duplicates out; nothing while no bundle offers one
 */
public record Crew(
    Chosen<DatasetSource> source,
    Chosen<DuplicateFinder> duplicates,
    Optional<Chosen<DuplicateFinder>> nearFinder,
    Chosen<Splitter> splitter,
    List<Chosen<Augmenter>> augmenters,
    List<Chosen<Standardizer>> standardizers,
    Chosen<Engine> engine,
    List<LearningRateSchedule> schedules,
    List<Chosen<Evaluator>> evaluators,
    List<Chosen<Explainer>> explainers,
    Trainer trainer,
    ImageLoader loader,
    ImageStore images,
    HoldOuts holdOuts) {

  /** The id of the finder of near pairs. */
  public static final String NEAR = "near";

  /** An extension with its settings. */
  public record Chosen<T extends Extension>(T extension, Settings settings) {}

  /**
   * Finds everything that a specification names.
   *
   * @throws axial.job.ProblemException that names what is missing
   */
  public static Crew of(
      RunSpec spec,
      Extensions extensions,
      Trainer trainer,
      ImageLoader loader,
      ImageStore images,
      HoldOuts holdOuts) {
    return new Crew(
        find(extensions, DatasetSource.class, spec.source()),
        find(extensions, DuplicateFinder.class, spec.duplicates()),
        nearFinder(spec, extensions),
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
        loader,
        images,
        holdOuts);
  }

  /** An extension that was chosen, with its settings. */
  static <T extends Extension> Chosen<T> find(Extensions extensions, Class<T> type, Choice choice) {
    T extension = extensions.find(type, choice.id());
    return new Chosen<>(
        extension, Settings.of(choice.id(), extension.settings(), choice.settings()));
  }

  private static Optional<Chosen<DuplicateFinder>> nearFinder(RunSpec spec, Extensions extensions) {
    Choice choice =
        spec.duplicates().id().equals(NEAR) ? spec.duplicates() : new Choice(NEAR, Map.of());
    return extensions.all(DuplicateFinder.class).stream().anyMatch(f -> f.id().equals(NEAR))
        ? Optional.of(find(extensions, DuplicateFinder.class, choice))
        : Optional.empty();
  }

  /** Whether the finder that was chosen looks for near pairs itself. */
  boolean searchesNear() {
    return duplicates.extension().id().equals(NEAR);
  }
}
