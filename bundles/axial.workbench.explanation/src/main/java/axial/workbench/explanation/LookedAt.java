package axial.workbench.explanation;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Sample;
import axial.explain.Explainer;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.Progress;
import axial.run.ExplainedSample;
import axial.run.Extensions;
import axial.run.RunRecord;
import axial.run.Runs;
import axial.workbench.explanation.ExplanationScreen.Offer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an image of a run before it is explained.
 *
 * @param asked the image
 * @param record its run
 * @param offers the explainers that there are
 * @param words what the network said of the image
 * @param image as the network saw it, where it could be read
 * @param kept explanations of former days
 * @param trouble why those could not be read; empty when they could
 */
record LookedAt(
    Asked asked,
    RunRecord record,
    List<Offer> offers,
    String words,
    Optional<Image> image,
    List<ExplainedSample> kept,
    Optional<Problem> trouble) {

  /** Where runs, explainers and images come from. */
  record Sources(Runs runs, Extensions extensions, RunPictures pictures) {}

  /** Copies the lists. */
  LookedAt {
    offers = List.copyOf(offers);
    kept = List.copyOf(kept);
  }

  /** The classes of the run, whose data are loaded. */
  Labels labels() {
    return record.data().orElseThrow().labels();
  }

  /**
   * Reads what there is; on a background thread.
   *
   * @param known the run where it was read before and changes no more
   */
  static LookedAt read(Asked asked, Optional<RunRecord> known, Sources sources, Progress progress) {
    RunRecord record = known.orElseGet(() -> sources.runs().open(asked.run()));
    Optional<Sample> sample =
        record.data().stream()
            .flatMap(data -> data.samples().stream())
            .filter(one -> one.source().equals(asked.source()))
            .findFirst();
    Outcome<List<ExplainedSample>> kept = Outcome.of(() -> Answer.kept(sources.runs(), asked));
    return new LookedAt(
        asked,
        record,
        sources.extensions().all(Explainer.class).stream().map(one -> offer(one, record)).toList(),
        words(asked, record, sample),
        sample.flatMap(
            one ->
                Optional.ofNullable(
                    sources.pictures().read(record, List.of(one), progress).get(one))),
        kept.value().orElse(List.of()),
        kept.problem());
  }

  private static Offer offer(Explainer explainer, RunRecord record) {
    return new Offer(
        explainer.id(),
        explainer.description(),
        explainer.settings(),
        record.spec().explainers().stream()
            .filter(choice -> choice.id().equals(explainer.id()))
            .findFirst()
            .map(Choice::settings)
            .orElse(Map.of()));
  }

  private static String best(RunRecord record) {
    return record.epochs().isEmpty()
        ? ""
        : " The weights are those of epoch " + record.bestEpoch() + ", the best.";
  }

  private static String words(Asked asked, RunRecord record, Optional<Sample> sample) {
    Optional<RunCase> tested =
        RunCase.of(record).stream()
            .filter(one -> one.sample().source().equals(asked.source()))
            .findFirst();
    if (tested.isPresent() && asked.epoch() == 0) {
      return "Called " + tested.get().words() + "." + best(record);
    }
    return (asked.epoch() > 0 ? "After epoch " + asked.epoch() + ". " : "")
        + sample
            .flatMap(one -> record.data().map(data -> data.labels().name(one.label())))
            .map(label -> "Labelled \"" + label + "\".")
            .orElse("It is not an image of this run.");
  }
}
