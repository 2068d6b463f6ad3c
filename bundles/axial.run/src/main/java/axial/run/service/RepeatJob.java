package axial.run.service;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RepeatRequest;
import axial.run.Repetition;
import axial.run.RunEvent;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.repeat.Ingredients;
import axial.run.repeat.MissingExtensions;
import axial.run.repeat.Results;
import axial.run.stages.FinishingProgress;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a run again from its record and compares both. */
final class RepeatJob {

  private final RunCall call;
  private final RepeatRequest request;

  RepeatJob(RunCall call, RepeatRequest request) {
    this.call = call;
    this.request = request;
  }

  Repetition repeat(RunRecord original, Path path) {
    if (original.status() != RunRecord.Status.DONE) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The run %s is not finished, so there is nothing to compare with."
              .formatted(original.id()),
          "Let it finish first: ./axial resume.");
    }
    RunSpec complete =
        MissingExtensions.leftOut(call.workshop().extensions(), original, request.anyway());
    RecordedData data = new RecordedData(request, original);
    RunSpec spec =
        data.in(
            KeptEdits.in(new RunFolder(original.folder()), complete), call.workshop().extensions());
    RunRecord repeated;
    try {
      repeated =
          new MakeJob(original.endedByUser() ? endingAfter(original.epochs().size()) : call)
              .make(
                  spec,
                  path,
                  data::asThen,
                  (context, dataset) -> {
                    data.requireUnchanged(dataset, spec.data());
                    return original.network();
                  });
    } catch (ProblemException failed) {
      throw data.explained(failed);
    }
    Repetition repetition =
        new Repetition(
            original,
            repeated,
            Ingredients.differences(original, repeated),
            Results.compared(original, repeated));
    new RunFolder(repeated.folder()).writeRepetition(repetition);
    return repetition;
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
}
