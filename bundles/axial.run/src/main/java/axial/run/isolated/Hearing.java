package axial.run.isolated;

import axial.job.Progress;
import axial.run.RunEvent;
import axial.run.RunListener;
import java.nio.file.Path;

/**
 * Makes the lines of a process events of its run.
 *
 * @param folder where the run is made, which is not where it comes to
 */
record Hearing(Path folder, RunListener listener, Progress progress) {

  void hear(ChildLine line) {
    String run = String.valueOf(folder.getFileName());
    if (line instanceof ChildLine.At at) {
      progress.at(clean(at.task()), at.done(), at.total());
    } else if (line instanceof ChildLine.Started started) {
      listener.on(new RunEvent.Started(run, folder, started.spec(), false));
    } else if (line instanceof ChildLine.StageStarted stage) {
      listener.on(new RunEvent.StageStarted(run, stage.stage()));
    } else if (line instanceof ChildLine.StageDone done) {
      listener.on(new RunEvent.StageDone(run, done.stage(), clean(done.summary())));
    } else if (line instanceof ChildLine.BatchDone b) {
      listener.on(new RunEvent.BatchDone(run, b.epoch(), b.batch(), b.batches(), b.metrics()));
    } else if (line instanceof ChildLine.EpochDone e) {
      listener.on(new RunEvent.EpochDone(run, e.epoch(), e.epochs(), e.best()));
    } else if (line instanceof ChildLine.ExtensionFailed f) {
      listener.on(
          new RunEvent.ExtensionFailed(
              run, clean(f.extension()), clean(f.bundle()), clean(f.reason())));
    }
  }

  private static String clean(String text) {
    return Clean.of(text, Clean.SENTENCE);
  }
}
