package axial.run.stages;

import axial.data.Image;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Evaluation;
import axial.eval.EvaluationData;
import axial.eval.Evaluator;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.eval.Threshold;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The examination of a trained model: predictions, the threshold, and what evaluators say. */
public final class Examination {

  private static final int PREDICTED_AT_ONCE = 32;

  private final RunSpec spec;
  private final List<Chosen<Evaluator>> evaluators;
  private final Fence fence;
  private final RunEvents events;
  private final RunFolder folder;
  private final Progress progress;

  /** The examination of the model of one run. */
  public Examination(
      RunSpec spec,
      List<Chosen<Evaluator>> evaluators,
      Fence fence,
      RunEvents events,
      RunFolder folder,
      Progress progress) {
    this.spec = spec;
    this.evaluators = evaluators;
    this.fence = fence;
    this.events = events;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Predicts the validation part, chooses the threshold by it if a recall is wanted and none was
   * chosen before, then predicts the test part, has it judged, and writes it all.
   */
  public Predictions of(
      Predictor model, Split split, Function<Sample, Image> images, Recollection recollection) {
    return events
        .stage(
            Stage.EVALUATE,
            () -> {
              Optional<Predictions> undecided =
                  split.validation().isEmpty()
                      ? Optional.empty()
                      : Optional.of(predict(model, split.validation(), images));
              Optional<Threshold> threshold = threshold(undecided);
              Optional<Predictions> validation = undecided.map(p -> decided(p, threshold));
              validation.ifPresent(folder.predictions()::writeValidation);
              model.sinceLast();
              Predictions test = decided(predict(model, split.test(), images), threshold);
              PredictedBy predictedBy = model.sinceLast();
              EvaluationData data =
                  new EvaluationData(
                      test,
                      validation,
                      recollection.of(split, test.labels()),
                      bySource(split.validation(), split.test()));
              folder.predictions().write(test, predictedBy, evaluations(data));
              return new Tested(test, threshold, predictedBy);
            },
            Tested::text)
        .predictions();
  }

  /** Predictions, who made them, and what evaluators said of them. */
  public record Judged(
      Predictions predictions, PredictedBy predictedBy, List<Evaluation> evaluations) {}

  /** Predicts and judges samples that are in no part of the run; the threshold is the run's. */
  public Judged beside(
      Predictor model, List<Sample> samples, Function<Sample, Image> images, String what) {
    return events.stage(
        Stage.EVALUATE,
        () -> {
          model.sinceLast();
          Predictions predictions =
              decided(predict(model, samples, images), folder.predictions().threshold());
          PredictedBy predictedBy = model.sinceLast();
          EvaluationData data =
              new EvaluationData(
                  predictions,
                  folder.predictions().validation(predictions.labels()),
                  Optional.empty(),
                  bySource(samples, List.of()));
          return new Judged(predictions, predictedBy, evaluations(data));
        },
        judged ->
            summary(
                judged.predictions(),
                what,
                folder.predictions().threshold(),
                judged.predictedBy()));
  }

  /**
   * Predictions alone.
   *
   * @param threshold that decides; nothing for 0.5
   */
  public Predictions predictions(
      Predictor model,
      List<Sample> samples,
      Function<Sample, Image> images,
      Optional<Threshold> threshold) {
    return decided(predict(model, samples, images), threshold);
  }

  /** What was chosen before the test part was first predicted stays. */
  private Optional<Threshold> threshold(Optional<Predictions> validation) {
    Optional<Threshold> frozen = folder.predictions().threshold();
    if (spec.wantedRecall() == 0 || frozen.isPresent()) {
      return frozen;
    }
    Optional<Threshold> chosen =
        validation.map(predictions -> ThresholdChoice.of(predictions, spec.wantedRecall()));
    chosen.ifPresent(folder.predictions()::writeThreshold);
    return chosen;
  }

  private static Predictions decided(Predictions predictions, Optional<Threshold> threshold) {
    return threshold.map(chosen -> predictions.at(chosen.value())).orElse(predictions);
  }

  private static Map<String, Sample> bySource(List<Sample> validation, List<Sample> test) {
    return Stream.concat(validation.stream(), test.stream())
        .collect(Collectors.toMap(Sample::source, Function.identity()));
  }

  private List<Evaluation> evaluations(EvaluationData data) {
    List<Evaluation> said = new ArrayList<>();
    Seed seed = new Seed(spec.seed()).derive("evaluate");
    for (Chosen<Evaluator> chosen : evaluators) {
      Evaluator evaluator = chosen.extension();
      fence.attempt(
          Evaluator.class,
          evaluator,
          () -> evaluator.evaluate(data, chosen.settings(), seed),
          said::add,
          failed ->
              events.setAside("evaluator", Names.bundleOf(evaluator), failed.problem().summary()));
    }
    return said;
  }

  private record Tested(
      Predictions predictions, Optional<Threshold> threshold, PredictedBy predictedBy) {

    String text() {
      return summary(predictions, "test images", threshold, predictedBy);
    }
  }

  private static String summary(
      Predictions predictions,
      String what,
      Optional<Threshold> threshold,
      PredictedBy predictedBy) {
    return String.format(
        Locale.ROOT,
        "%d %s, balanced accuracy %.3f, %d wrong%s%s",
        predictions.list().size(),
        what,
        predictions.confusion().balancedAccuracy(),
        predictions.errors().size(),
        threshold
            .map(t -> String.format(Locale.ROOT, " at the threshold %.4g", t.value()))
            .orElse(""),
        by(predictedBy));
  }

  static String by(PredictedBy predictedBy) {
    return predictedBy.images().isEmpty() ? "" : "; predicted by " + predictedBy.text();
  }

  private Predictions predict(Model model, List<Sample> samples, Function<Sample, Image> images) {
    List<Prediction> list = new ArrayList<>();
    for (int from = 0; from < samples.size(); from += PREDICTED_AT_ONCE) {
      progress.check();
      progress.at("Predicting", from, samples.size());
      List<Sample> part = samples.subList(from, Math.min(samples.size(), from + PREDICTED_AT_ONCE));
      double[][] probabilities = model.predict(Batch.of(part.stream().map(images).toList()));
      for (int i = 0; i < part.size(); i++) {
        Sample sample = part.get(i);
        list.add(new Prediction(sample.id(), sample.source(), sample.label(), probabilities[i]));
      }
    }
    return new Predictions(model.labels(), list);
  }
}
