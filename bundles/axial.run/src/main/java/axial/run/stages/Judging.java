package axial.run.stages;

import axial.data.ImageStore;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Evaluation;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Progress;
import axial.run.PredictedBy;
import axial.run.RunSpec;
import axial.run.store.RunFolder;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stage after the training: predicts the test part and has the predictions judged. */
public final class Judging {

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

  /** Predicts the validation and the test part, has the latter judged, and writes it all. */
  public Predictions evaluate(
      Predictor model, Split split, ImageStore.Images images, Recollection recollection) {
    return examination().of(model, split, images::image, recollection);
  }

  /** What the evaluators say of samples of no part, at the threshold of the run; writes nothing. */
  public Judged judge(
      Predictor model, List<Sample> samples, ImageStore.Images images, String what) {
    return examination().beside(model, samples, images::image, what);
  }

  private Examination examination() {
    return new Examination(spec, crew.evaluators(), fence, events, folder, progress);
  }

  /** Predictions, who made them, and what evaluators said of them. */
  public record Judged(
      Predictions predictions, PredictedBy predictedBy, List<Evaluation> evaluations) {}

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
        .flatMap(Optional::stream)
        .toList();
  }
}
