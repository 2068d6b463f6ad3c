package axial.view.testing;

import axial.job.Problem;
import axial.view.Change;
import axial.view.Command;
import axial.view.Desk;
import axial.view.Jobs;
import axial.view.Picked;
import axial.view.Watched;
import axial.view.WorkingData;
import axial.view.figure.Figure;
import axial.view.run.Trainings;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JComponent;

/**
 * A desk that remembers what a part told it. Its lists are written on the event dispatch thread; a
 * test reads them through {@link #edt}.
 */
public final class TestDesk implements Desk {

  /** Commands by id. */
  public final Map<String, Command> commands = new LinkedHashMap<>();

  /** What is done with dropped files, by what is wanted. */
  public final Map<String, Consumer<List<Path>>> drops = new LinkedHashMap<>();

  /** What was done and can be undone. */
  public final List<Change> changes = new ArrayList<>();

  /** Problems that the user was told. */
  public final List<Problem> problems = new ArrayList<>();

  /** Notes of the status bar. */
  public final List<String> notes = new ArrayList<>();

  /** Ids of views that were revealed. */
  public final List<String> revealed = new ArrayList<>();

  /** Components that were offered as figures. */
  public final Set<JComponent> drawn = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Figures by name. */
  public final Map<String, Figure> figures = new LinkedHashMap<>();

  private final Path workspace;
  private final Trainings trainings;
  private final Map<String, String> state;
  private final Shared<Optional<WorkingData>> data = new Shared<>(Optional.empty());
  private final Shared<Optional<Picked>> picked = new Shared<>(Optional.empty());
  private final Shared<Optional<Path>> run = new Shared<>(Optional.empty());
  private final TestJobs jobs = new TestJobs(problems::add);

  /** A desk with nothing on it, a double for trainings, and what a former part left. */
  public TestDesk(Path workspace, Trainings trainings, Map<String, String> state) {
    this.workspace = workspace;
    this.trainings = trainings;
    this.state = Map.copyOf(state);
  }

  /** Does something on the event dispatch thread and returns its outcome. */
  public static <T> T edt(Callable<T> act) throws Exception {
    if (EventQueue.isDispatchThread()) {
      return act.call();
    }
    FutureTask<T> task = new FutureTask<>(act);
    EventQueue.invokeAndWait(task);
    return task.get();
  }

  /** Waits until a condition holds on the event dispatch thread, 30 seconds at most. */
  public static void await(String what, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (!edt(condition::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Within 30 seconds it did not happen that " + what);
      }
      Thread.onSpinWait();
    }
  }

  /** Waits until no job is left and what they led to is done. */
  public void settle() throws Exception {
    await("all jobs ended", jobs::idle);
  }

  @Override
  public Map<String, String> state() {
    return state;
  }

  @Override
  public Path workspace() {
    return workspace;
  }

  @Override
  public Watched<Optional<WorkingData>> data() {
    return data;
  }

  @Override
  public Watched<Optional<Picked>> picked() {
    return picked;
  }

  @Override
  public Watched<Optional<Path>> run() {
    return run;
  }

  @Override
  public Trainings trainings() {
    return trainings;
  }

  @Override
  public Jobs jobs() {
    return jobs;
  }

  @Override
  public void command(JComponent where, Command command) {
    command(command);
  }

  @Override
  public void command(Command command) {
    commands.put(command.id(), command);
  }

  @Override
  public void drops(String what, Predicate<Path> accepts, Consumer<List<Path>> action) {
    drops.put(what, action);
  }

  @Override
  public void done(Change change) {
    changes.add(change);
  }

  @Override
  public void tell(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public void reveal(String view) {
    revealed.add(view);
  }

  @Override
  public void figure(JComponent on, Figure figure) {
    drawn.add(on);
    figures.put(figure.name(), figure);
  }
}
