package axial.workbench.training;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.run.RunRecord;
import axial.run.Runs;
import axial.train.Epoch;
import axial.view.Desk;
import axial.view.Subscription;
import axial.view.WorkingData;
import axial.view.run.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which epoch's matrix is shown, without a component: the newest, until the user goes back to
 * another one. Only on the event dispatch thread.
 */
final class MatrixController {

  /** What the view shows. */
  interface Screen {
    /** Nothing yet, because of this. */
    void nothing(String title, String why);

    /**
     * The matrix of an epoch.
     *
     * @param epochs how many there are to go through
     * @param newest whether it goes on to each new one by itself
     */
    void show(ConfusionMatrix matrix, Epoch epoch, int epochs, boolean newest);

    /** What must be said of a run that leaks; empty when it is clean. */
    void stamp(String words);
  }

  private final Desk desk;
  private final FollowedTraining followed;
  private final Runs runs;
  private final Screen screen;
  private Subscription training = () -> {};
  private Subscription course = () -> {};
  private Optional<Path> asked = Optional.empty();
  private Optional<Labels> labels = Optional.empty();
  private int chosen;
  private int drawn;
  private boolean visible;

  MatrixController(Desk desk, FollowedTraining followed, Runs runs, Screen screen) {
    this.desk = desk;
    this.followed = followed;
    this.runs = runs;
    this.screen = screen;
  }

  void open() {
    desk.trainings().all().watch(followed::consider);
    training = followed.watch(this::followed);
  }

  void close() {
    course.cancel();
    training.cancel();
  }

  void shown() {
    visible = true;
    refresh();
  }

  void hidden() {
    visible = false;
  }

  /** Shows an epoch by its place, from 1 on; the last one means the newest from then on. */
  void choose(int place) {
    chosen = place >= epochs().size() ? 0 : place;
    refresh();
  }

  private void followed(Optional<Training> now) {
    course.cancel();
    chosen = 0;
    asked = Optional.empty();
    labels = Optional.empty();
    screen.stamp("");
    course = now.map(t -> t.watch(this::grown)).orElse(() -> {});
    refresh();
  }

  /** The epochs whose matrix is known. */
  private List<Epoch> epochs() {
    return followed.get().map(t -> t.course().epochs()).orElse(List.of()).stream()
        .filter(epoch -> !epoch.confusion().isEmpty())
        .toList();
  }

  /** Draws with each epoch, not with each batch. */
  private void grown(Training training) {
    if (visible) {
      askForNames(training);
      if (epochs().size() != drawn) {
        refresh();
      }
    }
  }

  private void refresh() {
    if (!visible) {
      return;
    }
    followed.get().ifPresent(this::askForNames);
    List<Epoch> epochs = epochs();
    drawn = epochs.size();
    if (followed.get().isEmpty()) {
      screen.nothing(
          "No training yet",
          "This view shows after each epoch which validation images are taken for what.");
    } else if (epochs.isEmpty()) {
      screen.nothing(
          "No epoch has ended yet",
          "The matrix of the validation part comes with the first finished epoch.");
    } else {
      boolean newest = chosen == 0 || chosen > epochs.size();
      Epoch epoch = epochs.get(newest ? epochs.size() - 1 : chosen - 1);
      screen.show(matrix(epoch), epoch, epochs.size(), newest);
    }
  }

  private ConfusionMatrix matrix(Epoch epoch) {
    int classes = epoch.confusion().size();
    Labels names =
        labels
            .or(() -> desk.data().get().map(WorkingData::dataset).map(set -> set.labels()))
            .filter(known -> known.count() == classes)
            .orElseGet(
                () ->
                    new Labels(
                        IntStream.rangeClosed(1, classes).mapToObj(i -> "class " + i).toList(),
                        classes - 1));
    return ConfusionMatrix.of(names, epoch.confusion());
  }

  /** The names of the classes, and whether the run leaks, can be read once it trains. */
  private void askForNames(Training now) {
    boolean trains = now.course().batches().count() > 0;
    Optional<Path> run = now.run();
    if (trains && run.isPresent() && !asked.equals(run)) {
      asked = run;
      desk.jobs()
          .start(
              "Read the classes",
              progress -> runs.open(run.get()),
              record -> {
                if (asked.equals(run)) {
                  take(record);
                }
              });
    }
  }

  private void take(RunRecord record) {
    labels = record.data().map(RunRecord.DataRecord::labels);
    screen.stamp(record.stamp().orElse(""));
    refresh();
  }
}
