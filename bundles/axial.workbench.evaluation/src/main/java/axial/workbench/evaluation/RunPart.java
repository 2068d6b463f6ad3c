package axial.workbench.evaluation;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunRecord;
import axial.view.Desk;
import axial.view.Jobs;
import axial.view.Part;
import axial.view.Subscription;
import axial.view.part.EmptyPanel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;

/** A part that follows the run of the desk: while it is visible, it has the run read and shown. */
final class RunPart<T> implements Part {

  private static final String RUNS = "runs.table";

  private final Desk desk;
  private final OpenRuns runs;
  private final Content<T> content;
  private final About about;
  private final RunFrame frame;
  private final Subscription changes;
  private Optional<Jobs.Job> job = Optional.empty();
  private boolean visible;
  private boolean stale = true;

  /**
   * What an empty part says.
   *
   * @param name of its component, such as {@code evaluation.matrix}
   * @param shows one sentence about what it shows
   * @param missing one sentence about a run that lacks it
   */
  record About(String name, String shows, String missing) {}

  private record Read<T>(
      Optional<RunRecord> run, Optional<T> prepared, Optional<Problem> problem) {}

  RunPart(Desk desk, OpenRuns runs, Content<T> content, About about) {
    this.desk = desk;
    this.runs = runs;
    this.content = content;
    this.about = about;
    this.frame = new RunFrame(about.name(), content.component());
    this.changes = runs.watch(this::refresh);
    desk.run().watch(run -> refresh());
  }

  @Override
  public JComponent component() {
    return frame;
  }

  @Override
  public void shown() {
    visible = true;
    if (stale) {
      refresh();
    }
  }

  @Override
  public void hidden() {
    visible = false;
  }

  @Override
  public Map<String, String> state() {
    return content.state();
  }

  @Override
  public void close() {
    job.ifPresent(Jobs.Job::cancel);
    changes.cancel();
    content.close();
  }

  private void refresh() {
    stale = true;
    Optional<Path> run = desk.run().get();
    if (run.isEmpty()) {
      frame.empty(
          new EmptyPanel(
              "No run is chosen",
              about.shows(),
              new EmptyPanel.Step("Choose a run", () -> desk.reveal(RUNS))));
    } else if (visible) {
      stale = false;
      read(run.get());
    }
  }

  private void read(Path folder) {
    job.ifPresent(Jobs.Job::cancel);
    job =
        Optional.of(
            desk.jobs()
                .start(
                    "Read run " + folder.getFileName(),
                    progress -> read(runs, folder),
                    read -> {
                      if (desk.run().get().equals(Optional.of(folder))) {
                        show(read);
                      }
                    }));
  }

  private Read<T> read(OpenRuns from, Path folder) {
    try {
      RunRecord run = from.open(folder);
      return new Read<>(Optional.of(run), content.prepare(run), Optional.empty());
    } catch (ProblemException told) {
      return new Read<>(Optional.empty(), Optional.empty(), Optional.of(told.problem()));
    }
  }

  private void show(Read<T> read) {
    if (read.run().isEmpty()) {
      Problem problem =
          read.problem()
              .orElse(new Problem(Problem.Kind.INTERNAL, "The run could not be read.", ""));
      frame.empty(
          new EmptyPanel(
              "The run cannot be shown",
              problem.text(),
              new EmptyPanel.Step("Choose another run", () -> desk.reveal(RUNS))));
      return;
    }
    RunRecord run = read.run().get();
    if (read.prepared().isEmpty()) {
      frame.empty(new EmptyPanel("Nothing to show of " + run.id(), missing(run)));
      return;
    }
    content.show(run, read.prepared().get());
    frame.show(run);
  }

  private String missing(RunRecord run) {
    return run.predictions().isPresent()
        ? about.missing()
        : "The run is not evaluated yet. " + about.shows();
  }
}
