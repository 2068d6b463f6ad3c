package axial.run.service;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunEvent;
import axial.run.RunRecord;
import axial.run.extensions.Names;
import axial.run.store.RunFolder;
import java.time.Instant;

/** Has the work of a run done and records how it ended. */
final class Outcome {

  private final RunContext context;
  private final Instant created;

  Outcome(RunContext context, Instant created) {
    this.context = context;
    this.created = created;
  }

  RunRecord of(Runnable work) {
    RunFolder folder = context.folder();
    try {
      work.run();
      context.events().send(new RunEvent.Ended(folder.id(), folder.path()));
      return folder.record();
    } catch (CancelledException stopped) {
      write(RunRecord.Status.STOPPED, "");
      context.events().send(new RunEvent.Stopped(folder.id(), folder.path()));
      throw stopped;
    } catch (ProblemException failed) {
      fail(failed.problem());
      throw failed;
    } catch (OutOfMemoryError full) {
      Problem problem = outOfMemory();
      fail(problem);
      throw new ProblemException(problem, full);
    } catch (RuntimeException | Error broken) {
      fail(new Problem(Problem.Kind.INTERNAL, "The run failed: " + Names.of(broken) + ".", ""));
      throw broken;
    }
  }

  private static Problem outOfMemory() {
    return new Problem(
        Problem.Kind.MACHINE,
        "The Java heap of %,d MiB is full.".formatted(Runtime.getRuntime().maxMemory() >> 20),
        "Give Java more with JAVA_TOOL_OPTIONS=-Xmx8g, for example, or make the images smaller.");
  }

  private void fail(Problem problem) {
    write(RunRecord.Status.FAILED, problem.text());
    context.events().send(new RunEvent.Failed(context.folder().id(), problem));
  }

  private void write(RunRecord.Status status, String problem) {
    context
        .folder()
        .writeStatus(status, created, problem, context.events().failures(), context.memory());
  }
}
