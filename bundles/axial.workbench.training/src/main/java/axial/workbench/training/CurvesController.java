package axial.workbench.training;

import axial.run.RunRecord;
import axial.run.Runs;
import axial.train.Epoch;
import axial.view.Desk;
import axial.view.Subscription;
import axial.view.run.Training;
import axial.workbench.training.hint.Hint;
import axial.workbench.training.hint.Hints;
import axial.workbench.training.hint.Seen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * What the view of the curves does, without a component: which training it follows, what it says of
 * it, and which earlier runs are beside it. Only on the event dispatch thread.
 */
final class CurvesController {

  /** How many earlier runs can be told apart in a chart. */
  static final int MOST_OVERLAYS = 4;

  /** What the view shows. */
  interface Screen {
    /** The trainings to pick from, and the one that is followed. */
    void trainings(List<Training> all, Optional<Training> followed);

    /** Another training is followed from now on. */
    void follow(Training training);

    /** Its batches, epochs or state have changed. */
    void changed(Training training, Readout readout);

    /** Time has passed. */
    void readout(Readout readout);

    /** What the rules say, what matters most first. */
    void hints(List<Hint> hints);

    /** What must be said of a run that leaks; empty when it is clean. */
    void stamp(String words);

    /** The runs that are drawn beside it. */
    void overlays(List<Overlay> overlays);

    /** The runs that can be drawn beside it. */
    void offer(List<RunRecord> runs);
  }

  private record Looked(int epochs, boolean finite) {}

  private final Desk desk;
  private final FollowedTraining followed;
  private final Runs runs;
  private final LongSupplier clock;
  private final Screen screen;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final List<Overlay> overlays = new ArrayList<>();
  private Subscription course = () -> {};
  private Looked looked = new Looked(-1, true);
  private Optional<Path> stamped = Optional.empty();
  private boolean visible;

  CurvesController(
      Desk desk, FollowedTraining followed, Runs runs, LongSupplier clock, Screen screen) {
    this.desk = desk;
    this.followed = followed;
    this.runs = runs;
    this.clock = clock;
    this.screen = screen;
  }

  /** Begins to watch the trainings of the window. */
  void open() {
    desk.trainings().all().watch(this::listed);
    subscriptions.add(followed.watch(this::followed));
    boolean live = followed.get().filter(t -> !FollowedTraining.hasEnded(t)).isPresent();
    AtomicBoolean wanted = new AtomicBoolean(!live); // else what was chosen before it began
    desk.run().watch(run -> run.filter(folder -> wanted.get()).ifPresent(this::chosen));
    wanted.set(true);
  }

  void close() {
    course.cancel();
    subscriptions.forEach(Subscription::cancel);
  }

  /** Draws only while it is seen; what came meanwhile is caught up with at once. */
  void shown() {
    visible = true;
    followed.get().ifPresent(this::show);
  }

  void hidden() {
    visible = false;
  }

  /** Says how long ago the last batch was, about once a second. */
  void tick() {
    followed.get().ifPresent(t -> screen.readout(Readout.of(t, clock.getAsLong())));
  }

  /** Follows a training that the user picked. */
  void pick(Training training) {
    followed.pick(training, desk.trainings().all().get());
  }

  void pauseOrResume() {
    followed
        .get()
        .ifPresent(
            t -> {
              if (t.state() == Training.State.PAUSED) {
                t.resume();
              } else {
                t.pause();
              }
            });
  }

  void finishNow() {
    followed.get().ifPresent(Training::finishNow);
  }

  void stop() {
    followed.get().ifPresent(Training::stop);
  }

  /** Goes on with a training that was stopped or has failed. */
  void resumeRun() {
    followed.get().flatMap(Training::run).ifPresent(run -> pick(desk.trainings().resume(run)));
  }

  /** Reads which earlier runs could be drawn beside this one. */
  void askForRuns() {
    Optional<Path> own = followed.get().flatMap(Training::run);
    desk.jobs()
        .start(
            "List runs",
            progress ->
                runs.list().stream()
                    .filter(run -> !run.epochs().isEmpty())
                    .filter(run -> own.filter(run.folder()::equals).isEmpty())
                    .toList(),
            screen::offer);
  }

  /** Draws a run beside this one, or no longer. */
  void toggle(RunRecord run) {
    if (!overlays.removeIf(overlay -> overlay.folder().equals(run.folder()))) {
      if (overlays.size() == MOST_OVERLAYS) {
        desk.note("At most " + MOST_OVERLAYS + " runs can be told apart; the first was taken out.");
        overlays.remove(0);
      }
      overlays.add(Overlay.of(run));
    }
    screen.overlays(List.copyOf(overlays));
  }

  boolean isOverlaid(RunRecord run) {
    return overlays.stream().anyMatch(overlay -> overlay.folder().equals(run.folder()));
  }

  /** Another run is that of the desk: a training of this window, or one of former days. */
  private void chosen(Path run) {
    if (followed.get().flatMap(Training::run).equals(Optional.of(run))) {
      return;
    }
    desk.trainings().all().get().stream()
        .filter(training -> training.run().equals(Optional.of(run)))
        .reduce((former, latter) -> latter)
        .ifPresentOrElse(this::pick, () -> read(run));
  }

  private void read(Path run) {
    desk.jobs()
        .start(
            "Read run " + run.getFileName(),
            progress -> runs.open(run),
            record -> {
              if (desk.run().get().equals(Optional.of(run)) && !record.epochs().isEmpty()) {
                pick(new FinishedRun(record));
              }
            });
  }

  private void listed(List<Training> all) {
    followed.consider(all);
    list(all);
  }

  /** The trainings of this window, and a run of former days that is looked at. */
  private void list(List<Training> all) {
    List<Training> listed = new ArrayList<>(all);
    followed.get().filter(one -> !all.contains(one)).ifPresent(listed::add);
    screen.trainings(listed, followed.get());
  }

  private void followed(Optional<Training> training) {
    course.cancel();
    looked = new Looked(-1, true);
    stamped = Optional.empty();
    screen.stamp("");
    training.ifPresent(
        t -> {
          list(desk.trainings().all().get());
          screen.follow(t);
          course = t.watch(this::changed);
          show(t);
        });
  }

  private void changed(Training training) {
    if (visible) {
      show(training);
    }
    if (FollowedTraining.hasEnded(training)) {
      listed(desk.trainings().all().get());
    }
  }

  private void show(Training training) {
    screen.changed(training, Readout.of(training, clock.getAsLong()));
    Seen seen = Seen.of(training);
    Looked now = new Looked(seen.epochs().size(), Double.isFinite(seen.lastLoss()));
    if (!now.equals(looked)) { // what the rules say changes with an epoch only
      looked = now;
      screen.hints(Hints.of(seen));
    }
    askForStamp(training);
  }

  /** Whether a run leaks is known once it is split; it can be read once it trains. */
  private void askForStamp(Training training) {
    boolean trains =
        training.course().batches().count() > 0 || !training.course().epochs().isEmpty();
    Optional<Path> run = training.run();
    if (trains && run.isPresent() && !stamped.equals(run)) {
      stamped = run;
      desk.jobs()
          .start(
              "Read the leak certificate",
              progress -> runs.open(run.get()).stamp().orElse(""),
              words -> {
                if (stamped.equals(run)) {
                  screen.stamp(words);
                }
              });
    }
  }

  /** Id of the run that is followed; empty before it has begun. */
  Optional<String> runId() {
    return followed.get().flatMap(Training::run).map(run -> String.valueOf(run.getFileName()));
  }

  /** The epochs of the training that is followed. */
  List<Epoch> epochs() {
    return followed.get().map(t -> t.course().epochs()).orElse(List.of());
  }
}
