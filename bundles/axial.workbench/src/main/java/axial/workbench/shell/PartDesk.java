package axial.workbench.shell;

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
import axial.workbench.share.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JComponent;

/** The desk of one part: the shared things, within the part's scope. */
final class PartDesk implements Desk {

  private final Office office;
  private final Scope scope;
  private final Map<String, String> state;

  PartDesk(Office office, Scope scope, Map<String, String> state) {
    this.office = office;
    this.scope = scope;
    this.state = state;
  }

  @Override
  public Map<String, String> state() {
    return state;
  }

  @Override
  public Path workspace() {
    return office.workspace();
  }

  @Override
  public Watched<Optional<WorkingData>> data() {
    return office.data().within(scope);
  }

  @Override
  public Watched<Optional<Picked>> picked() {
    return office.picked().within(scope);
  }

  @Override
  public Watched<Optional<Path>> run() {
    return office.run().within(scope);
  }

  @Override
  public Trainings trainings() {
    return office.trainings().within(scope);
  }

  @Override
  public Jobs jobs() {
    return office.jobs().within(scope);
  }

  @Override
  public void command(JComponent where, Command command) {
    office.commands().add(where, command, scope);
  }

  @Override
  public void command(Command command) {
    office.commands().add(command, scope);
  }

  @Override
  public void drops(String what, Predicate<Path> accepts, Consumer<List<Path>> action) {
    office.drops().add(what, accepts, action, scope);
  }

  @Override
  public void done(Change change) {
    office.undo().done(change, scope);
  }

  @Override
  public void tell(Problem problem) {
    office.screen().tell(problem);
  }

  @Override
  public void note(String text) {
    office.screen().note(text);
  }

  @Override
  public void reveal(String view) {
    office.screen().reveal(view);
  }

  @Override
  public void figure(JComponent on, Figure figure) {
    office.figures().attach(on, figure, this, scope);
  }
}
