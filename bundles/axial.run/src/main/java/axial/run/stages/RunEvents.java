package axial.run.stages;

import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.Stage;
import axial.run.events.EventHub;
import axial.run.store.RunFolder;
import axial.train.Epoch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends the events of one run to its caller, to all listeners and, once there is one, its log. */
public final class RunEvents {

  private final String run;
  private final RunFolder folder;
  private final RunListener caller;
  private final EventHub hub;
  private final List<String> failures = new ArrayList<>();
  private final List<Map<String, Object>> early = new ArrayList<>();
  private final List<Instant> earlyTimes = new ArrayList<>();
  private boolean logging;

  /** The events of a run in this folder. */
  public RunEvents(RunFolder folder, RunListener caller, EventHub hub) {
    this.run = folder.id();
    this.folder = folder;
    this.caller = caller;
    this.hub = hub;
  }

  /** Makes a stage and tells of it; the summary is a sentence without its full stop. */
  <T> T stage(Stage stage, Supplier<T> work, Function<T, String> summary) {
    send(new RunEvent.StageStarted(run, stage));
    T result = work.get();
    send(new RunEvent.StageDone(run, stage, summary.apply(result)));
    return result;
  }

  /** An extension failed and the run goes on without it. */
  void setAside(String extension, String bundle, String reason) {
    failures.add(reason);
    send(new RunEvent.ExtensionFailed(run, extension, bundle, reason));
  }

  /** One sentence for each extension that was set aside. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** From now on events also go to the run's log, those before included. */
  public void startLog() {
    logging = true;
    for (int i = 0; i < early.size(); i++) {
      folder.appendEvent(earlyTimes.get(i), early.get(i));
    }
    early.clear();
  }

  /** Sends an event. */
  public void send(RunEvent event) {
    if (!(event instanceof RunEvent.BatchDone)) {
      if (logging) {
        folder.appendEvent(Instant.now(), describe(event));
      } else {
        early.add(describe(event));
        earlyTimes.add(Instant.now());
      }
    }
    caller.on(event);
    hub.publish(event);
  }

  private static Map<String, Object> describe(RunEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    if (event instanceof RunEvent.Started started) {
      line.put("event", started.resumed() ? "resumed" : "started");
    } else if (event instanceof RunEvent.StageStarted stage) {
      line.put("event", "stage-started");
      line.put("stage", stage.stage().label());
    } else if (event instanceof RunEvent.StageDone stage) {
      line.put("event", "stage-done");
      line.put("stage", stage.stage().label());
      line.put("summary", stage.summary());
    } else if (event instanceof RunEvent.EpochDone done) {
      Epoch epoch = done.epoch();
      line.put("event", "epoch");
      line.put("epoch", epoch.number());
      line.put("loss", epoch.train().loss());
      line.put("val_loss", epoch.validation().loss());
      line.put("val_accuracy", epoch.validation().accuracy());
      line.put("learning_rate", epoch.learningRate());
      line.put("best", done.best());
      line.put("seconds", epoch.seconds());
      line.put("times", epoch.times());
    } else if (event instanceof RunEvent.ExtensionFailed failed) {
      line.put("event", "extension-failed");
      line.put("extension", failed.extension());
      line.put("bundle", failed.bundle());
      line.put("reason", failed.reason());
    } else if (event instanceof RunEvent.Failed failed) {
      line.put("event", "failed");
      line.put("problem", failed.problem().text());
    } else {
      line.put("event", event instanceof RunEvent.Ended ? "ended" : "stopped");
    }
    return line;
  }
}
