package axial.workbench.runs;

import axial.eval.Estimate;
import axial.run.RunRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A run as a row of the table.
 *
 * @param balanced balanced accuracy on the test part, once evaluated
 * @param area under the ROC curve, once evaluated
 * @param split whether it is known if it leaks
 * @param stamp what must be said of a run that leaks
 * @param trained whether it has epochs
 */
record RunRow(
    String id,
    Path folder,
    RunRecord.Status status,
    String model,
    String data,
    Instant created,
    Optional<Estimate> balanced,
    Optional<Estimate> area,
    boolean split,
    Optional<String> stamp,
    boolean trained,
    RunNotes notes) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  static RunRow of(RunRecord run, RunNotes notes) {
    return new RunRow(
        run.id(),
        run.folder(),
        run.status(),
        run.spec().model().id(),
        run.data().map(RunRecord.DataRecord::name).orElse(run.spec().data()),
        run.created(),
        run.predictions().map(p -> Estimate.balancedAccuracy(p.confusion())),
        run.evaluations().stream()
            .flatMap(evaluation -> evaluation.estimate("roc_auc").stream())
            .findFirst(),
        run.data().isPresent() && run.split().isPresent(),
        run.stamp(),
        !run.epochs().isEmpty(),
        notes);
  }

  RunRow with(RunNotes other) {
    return new RunRow(
        id, folder, status, model, data, created, balanced, area, split, stamp, trained, other);
  }

  boolean evaluated() {
    return balanced.isPresent();
  }

  /** Whether it can go on: it was stopped, cut off or has failed. */
  boolean resumable() {
    return status != RunRecord.Status.DONE;
  }

  String statusText() {
    return status.name().toLowerCase(Locale.ROOT);
  }

  String createdText() {
    return MINUTE.format(created);
  }

  String leaksText() {
    return stamp.isPresent() ? "LEAKY" : split ? "clean" : "";
  }

  /** Whether every word of a search stands somewhere in the row. */
  boolean matches(String search) {
    String all =
        String.join(
                " ",
                id,
                statusText(),
                model,
                data,
                createdText(),
                leaksText(),
                notes.typedTags(),
                notes.text())
            .toLowerCase(Locale.ROOT);
    for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
