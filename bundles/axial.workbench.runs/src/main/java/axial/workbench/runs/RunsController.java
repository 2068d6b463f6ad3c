package axial.workbench.runs;

import axial.job.ProblemException;
import axial.model.ModelExporter;
import axial.run.Extensions;
import axial.run.Runs;
import axial.view.Change;
import axial.view.Desk;
import axial.view.run.Comparing;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Owns the rows, the search and the selection, and does what is asked of runs. */
final class RunsController {

  private static final String MATRIX = "evaluation.matrix";

  private final Desk desk;
  private final Runs runs;
  private final Extensions extensions;
  private final Supplier<Optional<Comparing>> comparing;
  private final Opener opener;
  private final RunsScreen screen;
  private final Trash trash;
  private final NotesFile notes = new NotesFile();
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "axial-notes"));
  private List<RunRow> rows = List.of();
  private List<Path> selected = List.of();
  private String search = "";

  RunsController(
      Desk desk,
      Runs runs,
      Extensions extensions,
      Supplier<Optional<Comparing>> comparing,
      Opener opener,
      RunsScreen screen) {
    this.desk = desk;
    this.runs = runs;
    this.extensions = extensions;
    this.comparing = comparing;
    this.opener = opener;
    this.screen = screen;
    this.trash = new Trash(desk.workspace());
  }

  /** Begins to follow the desk. */
  void start() {
    desk.run().watch(this::follow);
    reload();
  }

  /** Reads the runs of the workspace anew. */
  void reload() {
    desk.jobs()
        .start(
            "Read the runs",
            progress ->
                runs.list().stream().map(run -> RunRow.of(run, notesOf(run.folder()))).toList(),
            this::loaded);
  }

  private RunNotes notesOf(Path run) {
    try {
      return notes.read(run);
    } catch (ProblemException broken) {
      EventQueue.invokeLater(() -> desk.tell(broken.problem()));
      return RunNotes.NONE;
    }
  }

  private void loaded(List<RunRow> read) {
    rows = read;
    List<Path> there = rows.stream().map(RunRow::folder).toList();
    selected = selected.stream().filter(there::contains).toList();
    show();
    if (selected.isEmpty()) {
      follow(desk.run().get());
    }
  }

  /** Shows the rows in which every word of the search stands. */
  void search(String words) {
    search = words;
    show();
  }

  private void show() {
    screen.show(rows.stream().filter(row -> row.matches(search)).toList(), rows.size());
    screen.mark(selected);
    screen.detail(single());
  }

  private void follow(Optional<Path> run) {
    if (run.isPresent()
        && !selected.contains(run.get())
        && rows.stream().anyMatch(row -> row.folder().equals(run.get()))) {
      selected = List.of(run.get());
      screen.mark(selected);
      screen.detail(single());
    }
  }

  /** Takes a selection of the user; the first run of it is that of the desk. */
  void select(List<Path> folders) {
    if (!folders.equals(selected)) {
      selected = List.copyOf(folders);
      screen.detail(single());
      if (!selected.isEmpty() && !desk.run().get().filter(selected::contains).isPresent()) {
        desk.run().set(Optional.of(selected.get(0)));
      }
    }
  }

  List<RunRow> selection() {
    return rows.stream().filter(row -> selected.contains(row.folder())).toList();
  }

  private Optional<RunRow> single() {
    List<RunRow> chosen = selection();
    return chosen.size() == 1 ? Optional.of(chosen.get(0)) : Optional.empty();
  }

  boolean one() {
    return single().isPresent();
  }

  boolean canResume() {
    return single().filter(RunRow::resumable).isPresent();
  }

  boolean canRepeat() {
    return single().filter(RunRow::evaluated).isPresent();
  }

  boolean canCompare() {
    List<RunRow> chosen = selection();
    return chosen.size() > 1
        && chosen.stream().allMatch(RunRow::evaluated)
        && comparing.get().isPresent();
  }

  /** Keeps notes of a run. */
  void note(Path run, RunNotes changed) {
    Optional<RunRow> row = rows.stream().filter(r -> r.folder().equals(run)).findFirst();
    if (row.isEmpty() || row.get().notes().equals(changed)) {
      return;
    }
    rows = rows.stream().map(r -> r.folder().equals(run) ? r.with(changed) : r).toList();
    screen.show(rows.stream().filter(r -> r.matches(search)).toList(), rows.size());
    screen.mark(selected);
    writing.execute(
        () -> {
          try {
            notes.write(run, changed);
          } catch (ProblemException broken) {
            EventQueue.invokeLater(() -> desk.tell(broken.problem()));
          }
        });
  }

  /** Shows the results of the selected run. */
  void open() {
    single().ifPresent(row -> desk.reveal(MATRIX));
  }

  /** Shows the selected runs side by side, the older ones against the one of the desk. */
  void compare() {
    if (!canCompare()) {
      return;
    }
    List<Path> folders = new ArrayList<>(selected);
    desk.run().get().filter(folders::contains).ifPresent(first -> toFront(folders, first));
    comparing
        .get()
        .ifPresent(
            view -> {
              view.compare(folders);
              desk.reveal(view.view());
            });
  }

  private static void toFront(List<Path> folders, Path first) {
    folders.remove(first);
    folders.add(0, first);
  }

  /** Has the selected run made again; the window says then whether the results are equal. */
  void repeat() {
    single()
        .filter(RunRow::evaluated)
        .ifPresent(
            row -> {
              desk.trainings().repeat(row.folder());
              desk.note("The run " + row.id() + " is made again when its turn comes.");
            });
  }

  /** Goes on with the selected run. */
  void resume() {
    single()
        .filter(RunRow::resumable)
        .ifPresent(
            row -> {
              desk.trainings().resume(row.folder());
              desk.note("The run " + row.id() + " goes on.");
            });
  }

  /** Opens the folder of the selected run. */
  void openFolder() {
    single().ifPresent(row -> open("Open the folder", row.folder()));
  }

  /** Opens the report of the selected run. */
  void openReport() {
    single().ifPresent(row -> open("Open the report", row.folder().resolve("report.html")));
  }

  private void open(String title, Path path) {
    desk.jobs()
        .start(
            title,
            progress -> {
              opener.open(path);
              return path;
            },
            opened -> {});
  }

  /** The formats that models can be exported in now. */
  List<String> formats() {
    return extensions.all(ModelExporter.class).stream().map(ModelExporter::id).toList();
  }

  /** Writes the model of the selected run into its folder. */
  void export(String format) {
    single()
        .ifPresent(
            row ->
                desk.jobs()
                    .start(
                        "Export " + row.id() + " as " + format,
                        progress -> runs.export(row.folder(), format, Optional.empty()),
                        file -> desk.note("The model is in " + file)));
  }

  /** Moves the selected runs to the trash, once the user agrees. */
  void delete() {
    List<RunRow> chosen = selection();
    if (chosen.isEmpty()) {
      return;
    }
    String what = chosen.size() == 1 ? "the run " + chosen.get(0).id() : chosen.size() + " runs";
    if (screen.confirm(
        "Delete %s? The folder moves to \"trash\" in the workspace.".formatted(what), "Delete")) {
      discard("Delete " + what, chosen.stream().map(RunRow::folder).toList());
    }
  }

  private void discard(String title, List<Path> folders) {
    desk.jobs()
        .start(
            title,
            progress -> folders.stream().map(trash::discard).toList(),
            places -> {
              if (desk.run().get().filter(folders::contains).isPresent()) {
                desk.run().set(Optional.empty());
              }
              desk.done(
                  new Change(
                      title,
                      () -> move("Undo: " + title, places, folders),
                      () -> move(title, folders, places)));
              reload();
            });
  }

  private void move(String title, List<Path> from, List<Path> to) {
    desk.jobs()
        .start(
            title,
            progress -> {
              for (int i = 0; i < from.size(); i++) {
                trash.move(from.get(i), to.get(i));
              }
              return to;
            },
            moved -> reload());
  }

  /** Ends the thread that writes notes, once it has written what is left. */
  void close() {
    writing.shutdown();
  }
}
