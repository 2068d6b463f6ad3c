package axial.run.stages;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shape;
import axial.explain.Explainer;
import axial.explain.Explanation;
import axial.explain.Localization;
import axial.job.Progress;
import axial.job.Seed;
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
import java.util.Optional;

/** The stage that has single images explained, each by every chosen explainer. */
public final class Explaining {

  private final RunSpec spec;
  private final Crew crew;
  private final Fence fence;
  private final RunEvents events;
  private final RunFolder folder;
  private final Progress progress;

  /** The explaining of one run. */
  public Explaining(
      RunSpec spec, Crew crew, Fence fence, RunEvents events, RunFolder folder, Progress progress) {
    this.spec = spec;
    this.crew = crew;
    this.fence = fence;
    this.events = events;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Explains images and writes the explanations.
   *
   * @param explainers that are asked; one that fails is set aside for that image
   */
  public List<ExplainedSample> explain(
      Predictor model, Explainees images, List<Chosen<Explainer>> explainers) {
    return events.stage(
        Stage.EXPLAIN,
        () -> {
          List<ExplainedSample> explained = new ArrayList<>();
          for (Chosen<Explainer> chosen : explainers) {
            for (Sample sample : images.samples()) {
              fence.attempt(
                  Explainer.class,
                  chosen.extension(),
                  () -> explained.add(explain(model, sample, images, chosen)),
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
                + Judging.by(
                    list.stream()
                        .map(ExplainedSample::predictedBy)
                        .reduce(PredictedBy.nobody(), PredictedBy::plus)));
  }

  private ExplainedSample explain(
      Predictor model, Sample sample, Explainees images, Chosen<Explainer> chosen) {
    progress.check();
    model.sinceLast();
    Image image = images.images().image(sample);
    double[] probabilities = model.predict(Batch.of(List.of(image)))[0];
    int predicted = Decision.of(probabilities, model.labels());
    int label = images.label(sample).orElse(predicted);
    Seed seed = new Seed(spec.seed()).derive("explain").derive(sample.id());
    Explanation explanation =
        new Background(image)
            .checked(
                chosen
                    .extension()
                    .explain(model, image, label, chosen.settings(), seed, progress));
    Optional<Pixels> mask = images.pixels().mask(sample);
    ExplainedSample explained =
        new ExplainedSample(
            sample,
            image,
            predicted,
            explanation,
            chosen.settings().asMap(),
            mask,
            mask.flatMap(m -> finding(m, crew, image.shape()))
                .map(finding -> Localization.of(explanation, finding, seed.derive("random"))),
            model.sinceLast());
    folder.writeExplanation(explained);
    return explained;
  }

  /** A mask as large as the network's input; nothing when no pixel of it is left. */
  static Optional<boolean[]> finding(Pixels mask, Crew crew, Shape shape) {
    Image scaled =
        crew.loader().toImage(mask, new Shape(shape.height(), shape.width(), 1));
    boolean[] finding = new boolean[scaled.values().length];
    boolean any = false;
    for (int p = 0; p < finding.length; p++) {
      finding[p] = scaled.values()[p] > 0.5f;
      any |= finding[p];
    }
    return any ? Optional.of(finding) : Optional.empty();
  }
}
