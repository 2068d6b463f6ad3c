package axial.run.isolated;

import axial.job.Progress;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.store.Lines;
import java.io.PrintStream;

/** Says in lines how a run goes, and hears whether it is still wanted; thread-safe. */
final class Speaker implements RunListener, Progress {

  private static final long EVERY_NANOS = 100_000_000L;

  private final Lines lines = new Lines();
  private final PrintStream out;
  private long said = System.nanoTime() - EVERY_NANOS;
  private volatile boolean cancelled;
  private volatile boolean finishing;

  Speaker(PrintStream out) {
    this.out = out;
  }

  void cancel() {
    cancelled = true;
  }

  void finish() {
    finishing = true;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public boolean finishNow() {
    return finishing;
  }

  @Override
  public synchronized void at(String task, long done, long total) {
    long now = System.nanoTime();
    if (done == 0 || done == total || now - said >= EVERY_NANOS) {
      said = now;
      say(new ChildLine.At(task, done, total));
    }
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.Started started) {
      say(new ChildLine.Started(started.spec()));
    } else if (event instanceof RunEvent.StageStarted stage) {
      say(new ChildLine.StageStarted(stage.stage()));
    } else if (event instanceof RunEvent.StageDone stage) {
      say(new ChildLine.StageDone(stage.stage(), stage.summary()));
    } else if (event instanceof RunEvent.BatchDone b) {
      say(new ChildLine.BatchDone(b.epoch(), b.batch(), b.batches(), b.metrics()));
    } else if (event instanceof RunEvent.EpochDone e) {
      say(new ChildLine.EpochDone(e.epoch(), e.epochs(), e.best()));
    } else if (event instanceof RunEvent.ExtensionFailed f) {
      say(new ChildLine.ExtensionFailed(f.extension(), f.bundle(), f.reason()));
    }
    // How it ends is said once, when its files are closed.
  }

  /** Writes a line. */
  synchronized void say(ChildLine line) {
    out.println(lines.write(line));
    out.flush();
  }
}
