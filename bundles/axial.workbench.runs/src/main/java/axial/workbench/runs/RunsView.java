package axial.workbench.runs;

import axial.run.Extensions;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.Runs;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import axial.view.run.Comparing;
import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The table of runs; it reads them again when a run begins or ends. */
@Component
public final class RunsView implements View, RunListener {

  private final Runs runs;
  private final Extensions extensions;
  private final List<RunsController> open = new CopyOnWriteArrayList<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<Comparing> comparing = List.of();

  /** A table of the runs that are kept there. */
  @Activate
  public RunsView(@Reference Runs runs, @Reference Extensions extensions) {
    this.runs = runs;
    this.extensions = extensions;
  }

  @Override
  public String id() {
    return "runs.table";
  }

  @Override
  public String title() {
    return "Runs";
  }

  @Override
  public Perspective perspective() {
    return Perspective.EVALUATE;
  }

  @Override
  public Place place() {
    return Place.LEFT;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Part open(Desk desk) {
    RunsPanel panel = new RunsPanel(desk, screen -> controller(desk, screen));
    RunsController controller = panel.controller();
    open.add(controller);
    controller.start();
    return new Part() {
      @Override
      public JComponent component() {
        return panel;
      }

      @Override
      public void close() {
        open.remove(controller);
        panel.close();
      }
    };
  }

  private RunsController controller(Desk desk, RunsScreen screen) {
    return new RunsController(
        desk, runs, extensions, this::firstComparing, Opener::onDesktop, screen);
  }

  private Optional<Comparing> firstComparing() {
    return comparing.stream().findFirst();
  }

  @Override
  public void on(RunEvent event) {
    boolean changed =
        event instanceof RunEvent.Started
            || event instanceof RunEvent.Ended
            || event instanceof RunEvent.Stopped
            || event instanceof RunEvent.Failed;
    if (changed) {
      EventQueue.invokeLater(() -> open.forEach(RunsController::reload));
    }
  }
}
