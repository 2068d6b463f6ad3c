package axial.run.stages;

import axial.data.Labels;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Evaluation;
import axial.eval.EvaluationData;
import axial.eval.Evaluator;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Progress;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.Model;
import axial.run.PredictedBy;
import axial.run.RunSpec;
import axial.run.Stage;
import axial.run.extensions.Names;
import axial.run.stages.Crew.Chosen;
import axial.run.store.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The stage after the training: predicts the test part and has the predictions judged. */
public final class Judging {

  private static final int PREDICTED_AT_ONCE = 32;

  private final RunSpec spec;
  private final Crew crew;
  private final Fence fence;
  private final RunEvents events;
  private final RunFolder folder;
  private final Progress progress;

  /** The judging of one run. */
  public Judging(
      RunSpec spec, Crew crew, Fence fence, RunEvents events, RunFolder folder, Progress progress) {
    this.spec = spec;
    this.crew = crew;
    this.fence = fence;
    this.events = events;
    this.folder = folder;
    this.progress = progress;
  }

  /** Predicts the test part, has it judged, and writes both. */
  public Predictions evaluate(Predictor model, Split split, ImageCache images) {
    return events
        .stage(
            Stage.EVALUATE,
            () -> {
              model.sinceLast();
              Predictions predictions = predict(model, split.test(), images);
              PredictedBy predictedBy = model.sinceLast();
              List<Evaluation> evaluations = new ArrayList<>();
              for (Chosen<Evaluator> chosen : crew.evaluators()) {
                Evaluator evaluator = chosen.extension();
                fence.attempt(
                    Evaluator.class,
                    evaluator,
                    () ->
                        evaluations.add(
                            evaluator.evaluate(
                                EvaluationData.of(predictions),
                                chosen.settings(),
                                new Seed(spec.seed()).derive("evaluate"))),
                    failed ->
                        events.setAside(
                            "evaluator", Names.bundleOf(evaluator), failed.problem().summary()));
              }
              folder.writeEvaluation(predictions, predictedBy, evaluations);
              return new Judged(predictions, predictedBy);
            },
            judged ->
                String.format(
                    Locale.ROOT,
                    "%d test images, balanced accuracy %.3f, %d wrong%s",
                    judged.predictions().list().size(),
                    judged.predictions().confusion().balancedAccuracy(),
                    judged.predictions().errors().size(),
                    by(judged.predictedBy())))
        .predictions();
  }

  private record Judged(Predictions predictions, PredictedBy predictedBy) {}

  static String by(PredictedBy predictedBy) {
    return predictedBy.images().isEmpty() ? "" : "; predicted by " + predictedBy.text();
  }

  private Predictions predict(Model model, List<Sample> samples, ImageCache images) {
    List<Prediction> list = new ArrayList<>();
    for (int from = 0; from < samples.size(); from += PREDICTED_AT_ONCE) {
      progress.check();
      progress.at("Predicting", from, samples.size());
      List<Sample> part = samples.subList(from, Math.min(samples.size(), from + PREDICTED_AT_ONCE));
      double[][] probabilities = model.predict(Batch.of(part.stream().map(images::image).toList()));
      for (int i = 0; i < part.size(); i++) {
        Sample sample = part.get(i);
        list.add(new Prediction(sample.id(), sample.source(), sample.label(), probabilities[i]));
      }
    }
    return new Predictions(model.labels(), list);
  }

  /**
   * Half of the images are the surest errors, the others the surest finds of the positive class.
   */
  public static List<Sample> worthExplaining(Predictions predictions, Split split, int count) {
    Labels labels = predictions.labels();
    List<Prediction> errors = predictions.errors();
    List<Prediction> finds =
        predictions.list().stream()
            .filter(p -> p.truth() == labels.positive())
            .filter(p -> predictions.decided(p) == p.truth())
            .sorted(Comparator.comparingDouble((Prediction p) -> -p.probabilities()[p.truth()]))
            .toList();
    Set<Prediction> chosen = new LinkedHashSet<>();
    chosen.addAll(errors.subList(0, Math.min(errors.size(), count / 2)));
    chosen.addAll(finds.subList(0, Math.min(finds.size(), count - chosen.size())));
    for (Prediction p : errors) {
      if (chosen.size() < count) {
        chosen.add(p);
      }
    }
    for (Prediction p : predictions.list()) {
      if (chosen.size() < count) {
        chosen.add(p);
      }
    }
    return chosen.stream()
        .map(p -> split.test().stream().filter(s -> s.source().equals(p.source())).findFirst())
        .flatMap(java.util.Optional::stream)
        .toList();
  }
}
