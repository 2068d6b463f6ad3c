package axial.run.service;

import axial.data.Dataset;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Repetition;
import axial.run.RunEvent;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.repeat.ChangedImages;
import axial.run.repeat.Ingredients;
import axial.run.repeat.MissingExtensions;
import axial.run.repeat.Results;
import axial.run.stages.FinishingProgress;
import axial.run.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a run again from its record and compares both. */
final class RepeatJob {

  private final RunCall call;
  private final boolean anyway;

  RepeatJob(RunCall call, boolean anyway) {
    this.call = call;
    this.anyway = anyway;
  }

  Repetition repeat(RunRecord original, Path path) {
    if (original.status() != RunRecord.Status.DONE) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The run %s is not finished, so there is nothing to compare with."
              .formatted(original.id()),
          "Let it finish first: ./axial resume.");
    }
    RunSpec complete = MissingExtensions.leftOut(call.workshop().extensions(), original, anyway);
    RunSpec spec =
        withOwnImages(KeptEdits.in(new RunFolder(original.folder()), complete), original);
    RunRecord repeated =
        new MakeJob(original.endedByUser() ? endingAfter(original.epochs().size()) : call)
            .make(
                spec,
                path,
                (context, dataset) -> {
                  requireSameImages(original, dataset);
                  return original.network();
                });
    Repetition repetition =
        new Repetition(
            original,
            repeated,
            Ingredients.differences(original, repeated),
            Results.compared(original, repeated));
    new RunFolder(repeated.folder()).writeRepetition(repetition);
    return repetition;
  }

  /** A run that another lab has sent with its images is made with those. */
  private static RunSpec withOwnImages(RunSpec spec, RunRecord original) {
    Path images = original.folder().resolve("images");
    return Files.isDirectory(images) ? spec.withData(images.toString()) : spec;
  }

  /** A call whose training ends after that epoch, as the user ended the one that is repeated. */
  private RunCall endingAfter(int last) {
    AtomicInteger epochs = new AtomicInteger();
    return new RunCall(
        call.workshop(),
        call.memoriser(),
        event -> {
          if (event instanceof RunEvent.EpochDone done) {
            epochs.set(done.epoch().number());
          }
          call.listener().on(event);
        },
        new FinishingProgress(call.progress(), () -> epochs.get() >= last));
  }

  private void requireSameImages(RunRecord original, Dataset dataset) {
    List<Sample> then = original.data().map(RunRecord.DataRecord::samples).orElse(List.of());
    ChangedImages changed = ChangedImages.between(then, dataset.samples());
    if (!changed.isEmpty() && !anyway) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The data of the run %s has changed: %s.".formatted(original.id(), changed.text()),
          "Restore it in %s, or go on with it as it is: --anyway."
              .formatted(original.spec().data()));
    }
  }
}
