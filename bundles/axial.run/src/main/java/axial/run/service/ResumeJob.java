package axial.run.service;

import axial.data.Dataset;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunEvent;
import axial.run.RunRecord;
import axial.run.store.RunFolder;
import java.nio.file.Path;

/** Goes on with a run that did not get to its end. */
final class ResumeJob {

  private final RunCall call;

  ResumeJob(RunCall call) {
    this.call = call;
  }

  RunRecord resume(Path path) {
    try (RunPlace place = RunPlace.existing(path)) {
      RunFolder folder = place.folder();
      RunRecord record = folder.record();
      if (record.status() == RunRecord.Status.DONE) {
        throw ProblemException.of(
            Problem.Kind.USAGE,
            "The run " + record.id() + " is done.",
            "Evaluate or explain it, or make a new run.");
      }
      RunContext context = RunContext.of(call, folder, record);
      context.events().startLog();
      context.events().send(new RunEvent.Started(folder.id(), folder.path(), record.spec(), true));
      folder.writeStatus(
          RunRecord.Status.RUNNING, record.created(), "", record.failures(), record.memory());
      return new Outcome(context, record.created())
          .of(
              () -> {
                Dataset dataset = Reopening.dataset(context, record);
                new Completion(context).finish(record.network(), Reopening.split(record), dataset);
              });
    }
  }
}
