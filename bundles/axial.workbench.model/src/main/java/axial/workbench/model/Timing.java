package axial.workbench.model;

import axial.job.ProblemException;
import axial.job.Progress;
import axial.model.Engine;
import axial.run.Extensions;
import axial.view.Desk;
import axial.view.Jobs;
import axial.view.Subscription;
import axial.view.run.Training;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.Timer;

/**
 * Finds out how long the network on the form computes: in the background, a moment after the last
 * change, while the form is seen and nothing trains. Only on the event dispatch thread.
 */
final class Timing {

  private static final int MOMENT = 800;

  private final Desk desk;
  private final Extensions extensions;
  private final StepTimes times;
  private final Runnable changed;
  private final Path cache;
  private final Timer moment = new Timer(MOMENT, event -> begin());
  private final Set<StepTimes.What> unknown = new HashSet<>();
  private final Set<StepTimes.What> uncached = new HashSet<>();
  private Optional<StepTimes.What> wanted = Optional.empty();
  private Optional<Jobs.Job> job = Optional.empty();
  private Subscription waits = () -> {};
  private boolean visible;

  /**
   * Nothing is measured yet.
   *
   * @param changed is told when {@link #words} has something else to say
   */
  Timing(Desk desk, Extensions extensions, StepTimes times, Runnable changed) {
    this.desk = desk;
    this.extensions = extensions;
    this.times = times;
    this.changed = changed;
    this.cache = desk.workspace().resolve("cache");
    moment.setRepeats(false);
  }

  /** Begins to look at the trainings. */
  void open() {
    desk.trainings().all().watch(this::listed);
  }

  /** The form is seen. */
  void shown() {
    visible = true;
    if (wanted.isPresent()) {
      moment.restart();
    }
  }

  /** The form is seen no more. */
  void hidden() {
    visible = false;
    halt();
  }

  /** Ends everything. */
  void close() {
    hidden();
    waits.cancel();
  }

  /** Stops what is being measured, as the machine is needed. */
  void halt() {
    moment.stop();
    job.ifPresent(Jobs.Job::cancel);
    job = Optional.empty();
  }

  /** A training keeps the machine busy until it ends. */
  private void listed(List<Training> all) {
    waits.cancel();
    waits = () -> {};
    Optional<Training> active = all.stream().filter(Timing::works).findFirst();
    active.ifPresent(
        training -> {
          halt();
          waits = training.watch(this::worked);
        });
    changed.run();
  }

  private void worked(Training training) {
    if (!works(training)) {
      listed(desk.trainings().all().get());
    }
  }

  private boolean busy() {
    return desk.trainings().all().get().stream().anyMatch(Timing::works);
  }

  private static boolean works(Training training) {
    return switch (training.state()) {
      case QUEUED, RUNNING, PAUSED, STOPPING -> true;
      case DONE, STOPPED, FAILED -> false;
    };
  }

  /**
   * The time of the computing of an epoch in words; has it measured where it is not known.
   *
   * @param images of the training part, at least 1
   * @param validated images of the validation part
   */
  String words(StepTimes.What what, int images, int validated) {
    Optional<StepTime> known = times.known(what);
    if (!wanted.equals(Optional.of(what))) {
      halt();
      wanted = Optional.of(what);
    }
    if (known.isPresent()) {
      return Estimate.time(known.get().epoch(images, validated));
    }
    if (job.filter(Jobs.Job::ended).isPresent()) { // without a word: the user has cancelled it
      unknown.add(what);
    }
    if (unknown.contains(what)) {
      return "";
    }
    boolean busy = busy();
    if (visible && job.isEmpty() && !(busy && uncached.contains(what))) {
      moment.restart();
    }
    return busy
        ? "The time of an epoch is measured when no training runs."
        : "The time of an epoch is being measured.";
  }

  /** Nothing on the form can be timed. */
  void nothing() {
    halt();
    wanted = Optional.empty();
  }

  private void begin() {
    if (wanted.isEmpty() || !visible || times.known(wanted.get()).isPresent()) {
      return;
    }
    StepTimes.What what = wanted.get();
    boolean may = !busy();
    job =
        Optional.of(
            desk.jobs()
                .start(
                    "Time a training step of " + what.network().name(),
                    progress -> time(what, may, progress),
                    found -> {
                      job = Optional.empty();
                      if (found.isEmpty()) {
                        (may ? unknown : uncached).add(what);
                      }
                      changed.run();
                    }));
  }

  private Optional<StepTime> time(StepTimes.What what, boolean may, Progress progress) {
    Optional<Engine> engine =
        extensions.all(Engine.class).stream()
            .filter(each -> each.id().equals(what.engine()))
            .findFirst();
    if (engine.isEmpty()) {
      return Optional.empty();
    }
    Optional<StepTime> kept = times.find(what, engine.get(), cache);
    if (kept.isPresent() || !may) {
      return kept;
    }
    try {
      return Optional.of(times.measure(what, engine.get(), cache, progress));
    } catch (ProblemException cannot) {
      System.getLogger(Timing.class.getName())
          .log(System.Logger.Level.DEBUG, cannot.problem().text());
      return Optional.empty(); // a training would tell the same, if it is one of memory
    }
  }
}
