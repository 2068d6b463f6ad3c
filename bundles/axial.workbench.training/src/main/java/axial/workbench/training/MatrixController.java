package axial.workbench.training;

import axial.chart.MatrixCells;
import axial.chart.MatrixFigure;
import axial.data.Labels;
import axial.data.Split;
import axial.eval.ConfusionMatrix;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.Runs;
import axial.train.Epoch;
import axial.view.Desk;
import axial.view.Subscription;
import axial.view.WorkingData;
import axial.view.run.CellPictures;
import axial.view.run.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
     * @param hint what a click on a cell does, or why it does nothing
     */
    void show(ConfusionMatrix matrix, Epoch epoch, int epochs, boolean newest, String hint);

    /** What must be said of a run that leaks; empty when it is clean. */
    void stamp(String words);
  }

  private final Desk desk;
  private final FollowedTraining followed;
  private final Runs runs;
  private final Supplier<Optional<CellPictures>> pictures;
  private final Screen screen;
  private Subscription training = () -> {};
  private Subscription course = () -> {};
  private Optional<Path> asked = Optional.empty();
  private Optional<Labels> labels = Optional.empty();
  private int chosen;
  private int drawn;
  private boolean visible;

  MatrixController(
      Desk desk,
      FollowedTraining followed,
      Runs runs,
      Supplier<Optional<CellPictures>> pictures,
      Screen screen) {
    this.desk = desk;
    this.followed = followed;
    this.runs = runs;
    this.pictures = pictures;
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
      Epoch epoch = shown(epochs);
      screen.show(matrix(epoch), epoch, epochs.size(), isNewest(epochs), hint(epoch));
    }
  }

  private boolean isNewest(List<Epoch> epochs) {
    return chosen == 0 || chosen > epochs.size();
  }

  private Epoch shown(List<Epoch> epochs) {
    return epochs.get(isNewest(epochs) ? epochs.size() - 1 : chosen - 1);
  }

  private String hint(Epoch epoch) {
    if (pictures.get().isEmpty()) {
      return "No view that shows images of a cell is installed.";
    }
    return isKept(epoch)
        ? "Click to see its images."
        : "The model of epoch %d was not kept, only the best and the last. Switch on \"Keep epochs\" before a training to look into each epoch."
            .formatted(epoch.number());
  }

  /** A run keeps the models of its best and of its last epoch, and all of them if it is told to. */
  private boolean isKept(Epoch epoch) {
    Optional<Training> training = followed.get();
    List<Epoch> all = training.map(t -> t.course().epochs()).orElse(List.of());
    return training.flatMap(Training::spec).filter(RunSpec::keepEpochs).isPresent()
        || training.filter(t -> t.course().bestEpoch() == epoch.number()).isPresent()
        || epoch.number() == all.size();
  }

  /** Shows the images of a cell as the model of the shown epoch calls them. */
  void open(int truth, int called) {
    List<Epoch> epochs = epochs();
    Optional<Path> run = followed.get().flatMap(Training::run);
    if (epochs.isEmpty() || run.isEmpty() || pictures.get().isEmpty()) {
      return;
    }
    Epoch epoch = shown(epochs);
    if (!isKept(epoch)) {
      desk.note(hint(epoch));
      return;
    }
    CellPictures shower = pictures.get().get();
    desk.run().set(run);
    shower.show(
        new CellPictures.Cell(run.get(), epoch.number(), Split.Part.VALIDATION, truth, called));
    desk.reveal(shower.view());
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

  /** What there is to export now. */
  MatrixFigure.Words words() {
    List<Epoch> epochs = epochs();
    Epoch epoch = shown(epochs);
    ConfusionMatrix matrix = matrix(epoch);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("epoch", "true_class", "called", "images"));
    for (int truth = 0; truth < matrix.labels().count(); truth++) {
      for (int called = 0; called < matrix.labels().count(); called++) {
        rows.add(
            List.of(
                Integer.toString(epoch.number()),
                matrix.labels().name(truth),
                matrix.labels().name(called),
                Integer.toString(matrix.count(truth, called))));
      }
    }
    Training training = followed.get().orElseThrow();
    String run = CurvesText.run(training);
    return new MatrixFigure.Words(
        MatrixCells.of(matrix),
        run,
        "Confusion matrix of the validation part after epoch %d of run %s."
            .formatted(epoch.number(), run),
        rows,
        CurvesText.methods(followed.get()));
  }

  /** The names of the classes, and whether the run leaks, can be read once it trains. */
  private void askForNames(Training now) {
    boolean trains = now.course().batches().count() > 0 || !now.course().epochs().isEmpty();
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
