package axial.run.stages;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Sample;
import axial.eval.Threshold;
import axial.explain.Explainer;
import axial.explain.Explanation;
import axial.explain.Localization;
import axial.job.Choice;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Batch;
import axial.run.ExplainedSample;
import axial.run.PredictedBy;
import axial.run.RunSpec;
import axial.run.Stage;
import axial.run.extensions.Names;
import axial.run.stages.Crew.Chosen;
import axial.run.store.RunFolder;
import axial.train.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The stage in which explainers explain single images. */
public final class Explaining {

  private final RunSpec spec;
  private final Findings findings;
  private final Fence fence;
  private final RunEvents events;
  private final Keeping keeping;
  private final Progress progress;

  /**
   * What is explained and where that is kept.
   *
   * @param epoch whose model it is; nothing for the finished model
   * @param seed that is given for random draws; nothing for that of the run
   */
  public record Keeping(RunFolder folder, OptionalInt epoch, OptionalLong seed) {
    private double threshold() {
      return epoch.isPresent()
          ? 0.5
          : folder.predictions().threshold().map(Threshold::value).orElse(0.5);
    }
  }

  /** The explaining of one model of a run. */
  public Explaining(
      RunSpec spec,
      Findings findings,
      Fence fence,
      RunEvents events,
      Keeping keeping,
      Progress progress) {
    this.spec = spec;
    this.findings = findings;
    this.fence = fence;
    this.events = events;
    this.keeping = keeping;
    this.progress = progress;
  }

  /** Has images explained and writes the explanations. */
  public List<ExplainedSample> explain(
      Predictor model, Explainees explainees, List<Chosen<Explainer>> explainers) {
    return explain(model, explainees, explainers, Optional.empty());
  }

  /**
   * Has images explained and writes the explanations.
   *
   * @param explainers all of them explain each image; where one fails it is set aside
   * @param partial gets what can be said before all answers are there, if anybody wants it
   */
  public List<ExplainedSample> explain(
      Predictor model,
      Explainees explainees,
      List<Chosen<Explainer>> explainers,
      Optional<Consumer<ExplainedSample>> partial) {
    return events.stage(
        Stage.EXPLAIN,
        () -> {
          double threshold = keeping.threshold();
          List<ExplainedSample> explained = new ArrayList<>();
          for (Chosen<Explainer> chosen : explainers) {
            for (Sample sample : explainees.samples()) {
              fence.attempt(
                  Explainer.class,
                  chosen.extension(),
                  () -> explain(model, threshold, sample, explainees, chosen, partial),
                  explained::add,
                  failed ->
                      events.setAside(
                          "explainer",
                          Names.bundleOf(chosen.extension()),
                          failed.problem().summary()));
            }
          }
          return List.copyOf(explained);
        },
        list ->
            list.size()
                + (list.size() == 1 ? " explanation" : " explanations")
                + Examination.by(
                    list.stream()
                        .map(ExplainedSample::predictedBy)
                        .reduce(PredictedBy.nobody(), PredictedBy::plus)));
  }

  private ExplainedSample explain(
      Predictor model,
      double threshold,
      Sample sample,
      Explainees explainees,
      Chosen<Explainer> chosen,
      Optional<Consumer<ExplainedSample>> partial) {
    progress.check();
    model.sinceLast();
    Image image = explainees.images().apply(sample);
    double[] probabilities = model.predict(Batch.of(List.of(image)))[0];
    int predicted = Decision.of(probabilities, model.labels(), threshold);
    int label = explainees.labels().apply(sample).orElse(predicted);
    Seed seed = new Seed(keeping.seed().orElse(spec.seed())).derive("explain").derive(sample.id());
    Optional<Pixels> mask = explainees.pixels().mask(sample);
    Background background = new Background(image);
    Explainer explainer = chosen.extension();
    Settings settings = chosen.settings();
    Explanation explanation =
        background.checked(
            partial.isEmpty()
                ? explainer.explain(model, image, label, settings, seed, progress)
                : explainer.explain(
                    model,
                    image,
                    label,
                    settings,
                    seed,
                    progress,
                    early ->
                        partial
                            .get()
                            .accept(
                                new ExplainedSample(
                                    sample,
                                    image,
                                    predicted,
                                    background.checked(early),
                                    settings.asMap(),
                                    mask,
                                    Optional.empty(),
                                    PredictedBy.nobody(),
                                    keeping.seed()))));
    ExplainedSample explained =
        new ExplainedSample(
            sample,
            image,
            predicted,
            explanation,
            settings.asMap(),
            mask,
            mask.filter(known -> label == sample.label())
                .flatMap(findings::in)
                .map(finding -> Localization.of(explanation, finding, seed.derive("random"))),
            model.sinceLast(),
            keeping.seed());
    keeping.folder().writeExplanation(explained, keeping.epoch(), isUsual(explainer, settings));
    return explained;
  }

  /** Whether the run itself would explain so. */
  private boolean isUsual(Explainer explainer, Settings settings) {
    Map<String, String> own =
        spec.explainers().stream()
            .filter(choice -> choice.id().equals(explainer.id()))
            .findFirst()
            .map(Choice::settings)
            .orElse(Map.of());
    return keeping.seed().isEmpty()
        && Settings.of("the explainer " + explainer.id(), explainer.settings(), own)
            .asMap()
            .equals(settings.asMap());
  }
}
