package axial.workbench.bundles;

import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.view.Desk;
import axial.view.Jobs;
import axial.workbench.bundles.BundleInfo.Origin;
import axial.workbench.bundles.change.Changes;
import axial.workbench.bundles.change.Question;
import axial.workbench.bundles.change.Users;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The list of bundles: what it shows, and what can be done to them. Only on the event dispatch
 * thread; whatever asks the framework is a job.
 */
final class BundlesController {

  private static final Comparator<BundleRow> WORST_FIRST =
      Comparator.comparing((BundleRow row) -> row.bundle().health())
          .thenComparing(row -> row.bundle().origin() == Origin.BUILT_IN)
          .thenComparing(row -> row.bundle().symbolicName())
          .thenComparing(row -> row.bundle().version());

  private final Desk desk;
  private final Bundles bundles;
  private final Installation installation;
  private final Changes changes;
  private final ChosenBundle chosen;
  private final BundlesScreen screen;
  private List<BundleRow> rows = List.of();
  private String filter = "";
  private Optional<Jobs.Job> reading = Optional.empty();
  private boolean readAgain;

  BundlesController(
      Desk desk,
      Bundles bundles,
      Installation installation,
      Changes changes,
      ChosenBundle chosen,
      BundlesScreen screen) {
    this.desk = desk;
    this.bundles = bundles;
    this.installation = installation;
    this.changes = changes;
    this.chosen = chosen;
    this.screen = screen;
  }

  /** Reads the list anew; one that is asked for while another is read comes right after it. */
  void read() {
    if (reading.isPresent() && !reading.get().ended()) {
      readAgain = true;
      return;
    }
    readAgain = false;
    reading =
        Optional.of(
            desk.jobs()
                .start(
                    "Look at the bundles",
                    progress -> bundles.list(),
                    found -> {
                      reading = Optional.empty();
                      refresh(found);
                      if (readAgain) {
                        read();
                      }
                    }));
  }

  /** Shows only bundles in which all words are found. */
  void filter(String words) {
    filter = words;
    show();
  }

  /** Marks a bundle. */
  void choose(Optional<BundleRow> row) {
    chosen.set(row);
  }

  private void refresh(List<BundleInfo> found) {
    rows =
        found.stream()
            .map(bundle -> new BundleRow(bundle, Guarded.reason(bundle)))
            .sorted(WORST_FIRST)
            .toList();
    chosen.set(
        chosen
            .get()
            .flatMap(
                was ->
                    rows.stream()
                        .filter(row -> row.bundle().id() == was.bundle().id())
                        .filter(row -> row.bundle().identity().equals(was.bundle().identity()))
                        .findFirst()));
    show();
  }

  private void show() {
    screen.show(
        rows.stream().filter(row -> row.matches(filter)).toList(), rows.size(), chosen.get());
  }

  /** Starts the marked bundle. */
  void start() {
    chosen
        .get()
        .filter(BundleRow::canStart)
        .ifPresent(
            row ->
                changes.other(
                    "Start " + row.bundle().symbolicName(),
                    () -> {
                      bundles.start(row.bundle().id());
                      return row.bundle().symbolicName() + " is started.";
                    }));
  }

  /** Stops the marked bundle, after a question when others would notice. */
  void stop() {
    chosen
        .get()
        .filter(BundleRow::canStop)
        .filter(row -> !noticed(row) || screen.agreed(stopping(row)))
        .ifPresent(
            row ->
                changes.other(
                    "Stop " + row.bundle().symbolicName(),
                    () -> {
                      bundles.stop(row.bundle().id());
                      return row.bundle().symbolicName() + " is stopped.";
                    }));
  }

  private static boolean noticed(BundleRow row) {
    return !row.bundle().views().isEmpty() || !row.bundle().neededBy().isEmpty();
  }

  private static Question stopping(BundleRow row) {
    List<String> notes = new ArrayList<>();
    BundleInfo bundle = row.bundle();
    if (!bundle.views().isEmpty()) {
      notes.add(
          "It brings %s of this window: %s. What is shown there closes."
              .formatted(
                  bundle.views().size() == 1 ? "a view" : "views",
                  String.join(", ", bundle.views())));
    }
    if (!bundle.neededBy().isEmpty()) {
      notes.add("These bundles need it: " + String.join(", ", bundle.neededBy()) + ".");
    }
    return new Question("Stop " + bundle.identity() + "?", List.of(), notes, "Stop");
  }

  /** Puts another version in the place of the marked extension: of its catalog, or of a file. */
  void update() {
    chosen
        .get()
        .filter(BundleRow::canUpdate)
        .ifPresent(
            row -> {
              if (row.bundle().isOfCatalog()) {
                changes.update(row.bundle().symbolicName());
              } else {
                screen
                    .askForJar("Choose the new version")
                    .ifPresent(jar -> changes.install(List.of(jar)));
              }
            });
  }

  /** Removes the marked extension, after a question. */
  void remove() {
    chosen
        .get()
        .filter(BundleRow::canRemove)
        .ifPresent(
            row -> {
              if (row.bundle().origin() == Origin.INSTALLED) {
                changes.begin(new Change.Remove(row.bundle().symbolicName()));
              } else if (screen.agreed(unplugging(row.bundle()))) {
                changes.other(
                    "Remove " + row.bundle().symbolicName(),
                    () -> bundles.unplug(row.bundle().id()));
              }
            });
  }

  private static Question unplugging(BundleInfo bundle) {
    boolean used = !bundle.holders().isEmpty();
    List<String> notes = new ArrayList<>();
    notes.add("Its file is deleted: " + bundle.from());
    if (used) {
      notes.add(
          0,
          Users.atFirst(bundle.holders())
              + (Users.several(bundle.holders()) ? " use it." : " uses it."));
    }
    return new Question(
        "Remove " + bundle.identity() + "?",
        List.of(),
        notes,
        used ? "Remove when it ends" : "Remove");
  }

  /** Installs jars, one after the other. */
  void install(List<Path> jars) {
    changes.install(jars);
  }

  /** Writes the exact extensions of the workspace into a file. */
  void writeLock(Path file) {
    changes.other(
        "Write " + file.getFileName(),
        () -> {
          installation.exportLock(file.toAbsolutePath());
          return "The extensions of this workspace are written to " + file.getFileName() + ".";
        });
  }

  /** Brings the workspace to the exact extensions of a lock file. */
  void restoreLock(Path file) {
    changes.begin(new Change.Restore(file.toAbsolutePath()));
  }
}
