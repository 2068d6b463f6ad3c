package axial.workbench.explanation;

import axial.data.Image;
import axial.data.Sample;
import axial.job.Progress;
import axial.run.RunRecord;
import axial.run.Runs;
import axial.view.Desk;
import axial.view.Jobs;
import axial.view.Picked;
import axial.view.part.Bitmaps;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The test images of the chosen run, the wrong ones first. Only on the event dispatch thread. */
final class ImagesController {

  private static final String NONE = "No run is chosen";
  private static final String NONE_TEXT =
      "The test images of a run are listed here, the wrong ones first. Choose a run under Train, or"
          + " make one.";

  private final Desk desk;
  private final Runs runs;
  private final RunPictures pictures;
  private final ExplanationBoard board;
  private final ImagesScreen screen;
  private final Set<Sample> asked = new HashSet<>();
  private Optional<Path> run = Optional.empty();
  private Optional<Loaded> loaded = Optional.empty();
  private Optional<Jobs.Job> reading = Optional.empty();
  private CaseFilter filter = CaseFilter.ALL;
  private List<RunCase> visible = List.of();

  private record Loaded(Path run, RunRecord record, List<RunCase> cases) {}

  ImagesController(
      Desk desk, Runs runs, RunPictures pictures, ExplanationBoard board, ImagesScreen screen) {
    this.desk = desk;
    this.runs = runs;
    this.pictures = pictures;
    this.board = board;
    this.screen = screen;
    desk.run().watch(this::open);
    desk.picked().watch(picked -> mark());
  }

  /** Reads the run anew, such as after it has ended. */
  void read() {
    open(run);
  }

  private void open(Optional<Path> chosen) {
    run = chosen;
    if (chosen.isEmpty()) {
      loaded = Optional.empty();
      screen.nothing(NONE, NONE_TEXT);
      return;
    }
    Path folder = chosen.get();
    desk.jobs()
        .start(
            "Look at the test images",
            progress -> Outcome.of(() -> load(folder)),
            outcome -> {
              outcome.problem().ifPresent(desk::tell);
              outcome
                  .value()
                  .filter(found -> run.filter(found.run()::equals).isPresent())
                  .ifPresent(this::show);
            });
  }

  private Loaded load(Path folder) {
    RunRecord record = runs.open(folder);
    return new Loaded(folder, record, RunCase.of(record));
  }

  private void show(Loaded found) {
    loaded = Optional.of(found);
    asked.clear();
    if (found.cases().isEmpty()) {
      screen.nothing(
          "Run " + found.record().id() + " is not evaluated yet",
          "Its test images are listed here once its training has ended and they are predicted.");
      return;
    }
    filter(filter);
  }

  /** Lists other images. */
  void filter(CaseFilter wanted) {
    filter = wanted;
    loaded
        .filter(found -> !found.cases().isEmpty())
        .ifPresent(
            found -> {
              visible = found.cases().stream().filter(wanted::accepts).toList();
              screen.show(
                  found.record().data().orElseThrow().labels(), visible, found.cases().size());
              mark();
            });
  }

  private void mark() {
    Optional<Picked> picked =
        desk.picked().get().filter(one -> run.isPresent() && one.run().equals(run));
    screen.mark(
        picked.flatMap(
            one ->
                visible.stream()
                    .filter(shown -> shown.sample().source().equals(one.source()))
                    .findFirst()));
  }

  /** Selects an image for all views. */
  void select(RunCase selected) {
    loaded.ifPresent(
        found ->
            desk.picked().set(Optional.of(Picked.ofRun(found.run(), selected.sample().source()))));
  }

  /** Puts images into the queue. */
  void enqueue(List<RunCase> images) {
    loaded.ifPresent(
        found -> {
          board.add(
              images.stream()
                  .map(one -> new Asked(found.run(), 0, one.sample().source()))
                  .toList());
          desk.note(
              images.size() == 1
                  ? "1 image waits to be explained."
                  : images.size() + " images wait to be explained.");
          desk.reveal("explanation.queue");
        });
  }

  /** Puts all wrong images into the queue that the filter lets through. */
  void enqueueWrong() {
    enqueue(wrong());
  }

  /** The wrong images that the filter lets through. */
  List<RunCase> wrong() {
    return visible.stream().filter(one -> !one.right()).toList();
  }

  /** Brings the pictures of images that have become visible, one job at a time. */
  void need(List<RunCase> shown) {
    List<Sample> missing =
        shown.stream().map(RunCase::sample).filter(sample -> !asked.contains(sample)).toList();
    if (missing.isEmpty() || loaded.isEmpty() || reading.filter(job -> !job.ended()).isPresent()) {
      return;
    }
    Loaded from = loaded.get();
    asked.addAll(missing);
    reading =
        Optional.of(
            desk.jobs()
                .start(
                    "Read pictures",
                    progress -> Outcome.of(() -> small(from, missing, progress)),
                    outcome -> {
                      reading = Optional.empty();
                      outcome.problem().ifPresent(desk::tell);
                      outcome
                          .value()
                          .filter(found -> loaded.filter(from::equals).isPresent())
                          .ifPresent(screen::pictures);
                    }));
  }

  private Map<Sample, BufferedImage> small(Loaded from, List<Sample> missing, Progress progress) {
    Map<Sample, BufferedImage> found = new LinkedHashMap<>();
    Map<Sample, Image> images = pictures.read(from.record(), missing, progress);
    images.forEach((sample, image) -> found.put(sample, Bitmaps.of(image)));
    return found;
  }
}
