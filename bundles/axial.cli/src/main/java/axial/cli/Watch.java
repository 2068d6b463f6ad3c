package axial.cli;

import axial.job.Progress;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.train.Epoch;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Shows how a job goes on: its progress, and the events of a run. */
final class Watch implements Progress, RunListener {

  private static final long DRAW_EVERY_NANOS = 100_000_000L;
  private static final long LINE_EVERY_NANOS = 10_000_000_000L;

  private final Terminal terminal;
  private final BooleanSupplier cancelled;
  private final LongSupplier clock;
  private final Function<String, Optional<String>> engineNote;
  private String task = "";
  private long taskBegan;
  private long shown;
  private long epochBegan;
  private double secondsPerEpoch;
  private int epochs;

  /**
   * A watch that writes to a terminal.
   *
   * @param clock in nanoseconds
   * @param engineNote what the engine of an id wants every user to read
   */
  Watch(
      Terminal terminal,
      BooleanSupplier cancelled,
      LongSupplier clock,
      Function<String, Optional<String>> engineNote) {
    this.terminal = terminal;
    this.cancelled = cancelled;
    this.clock = clock;
    this.engineNote = engineNote;
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }

  @Override
  public synchronized void at(String name, long done, long total) {
    long now = clock.getAsLong();
    if (!name.equals(task) || done == 0) {
      task = name;
      taskBegan = now;
      shown = now;
    }
    if (total > 0 && done < total) {
      double seconds = (now - taskBegan) / 1e9;
      String left =
          done == 0 ? "" : ", " + Words.duration(seconds / done * (total - done)) + " left";
      show(now, name + " … " + done + " of " + total + left);
    }
  }

  @Override
  public synchronized void on(RunEvent event) {
    if (event instanceof RunEvent.Started started) {
      epochs = started.spec().plan().epochs();
      terminal.note((started.resumed() ? "Going on with run " : "Run ") + started.run());
      engineNote.apply(started.spec().engine().id()).ifPresent(terminal::note);
    } else if (event instanceof RunEvent.StageStarted) {
      epochBegan = clock.getAsLong();
    } else if (event instanceof RunEvent.StageDone done) {
      terminal.note(String.format("%-12s %s", done.stage().label(), done.summary()));
    } else if (event instanceof RunEvent.BatchDone batch) {
      batch(batch);
    } else if (event instanceof RunEvent.EpochDone done) {
      epoch(done.epoch(), done.epochs(), done.best());
    } else if (event instanceof RunEvent.ExtensionFailed failed) {
      terminal.note(
          "Set aside: %s of bundle %s: %s"
              .formatted(failed.extension(), failed.bundle(), failed.reason()));
    } else if (event instanceof RunEvent.Stopped stopped) {
      terminal.note("Stopped. Go on with: ./axial resume \"%s\"".formatted(stopped.folder()));
    }
  }

  private void batch(RunEvent.BatchDone batch) {
    long now = clock.getAsLong();
    double inEpoch = (now - epochBegan) / 1e9;
    double perBatch = inEpoch / batch.batch();
    double wholeEpoch = secondsPerEpoch > 0 ? secondsPerEpoch : perBatch * batch.batches();
    double left =
        perBatch * (batch.batches() - batch.batch()) + wholeEpoch * (epochs - batch.epoch());
    show(
        now,
        String.format(
            Locale.ROOT,
            "Epoch %d of %d, batch %d of %d, loss %.4f, about %s left",
            batch.epoch(),
            epochs,
            batch.batch(),
            batch.batches(),
            batch.metrics().loss(),
            Words.duration(left)));
  }

  private void epoch(Epoch epoch, int of, boolean best) {
    secondsPerEpoch = epoch.seconds();
    epochBegan = clock.getAsLong();
    shown = epochBegan;
    terminal.note(
        String.format(
            Locale.ROOT,
            "epoch %2d/%d   loss %.4f  accuracy %.3f  recall %.3f   val_loss %.4f  val_accuracy"
                + " %.3f  val_recall %.3f   lr %.2g   %.1f s%s",
            epoch.number(),
            of,
            epoch.train().loss(),
            epoch.train().accuracy(),
            epoch.train().recall(),
            epoch.validation().loss(),
            epoch.validation().accuracy(),
            epoch.validation().recall(),
            epoch.learningRate(),
            epoch.seconds(),
            best ? "  best so far" : ""));
  }

  private void show(long now, String text) {
    if (now - shown < (terminal.live() ? DRAW_EVERY_NANOS : LINE_EVERY_NANOS)) {
      return;
    }
    shown = now;
    if (terminal.live()) {
      terminal.draw(text);
    } else {
      terminal.note(text);
    }
  }
}
