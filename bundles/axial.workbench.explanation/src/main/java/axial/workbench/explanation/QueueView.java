package axial.workbench.explanation;

import axial.run.Runs;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Many images that are explained one after the other. */
@Component(service = View.class)
public final class QueueView implements View {

  private final Runs runs;
  private final ExplanationBoard board;

  /** The view of what runs and the other views of explanations have. */
  @Activate
  public QueueView(@Reference Runs runs, @Reference ExplanationBoard board) {
    this.runs = runs;
    this.board = board;
  }

  @Override
  public String id() {
    return "explanation.queue";
  }

  @Override
  public String title() {
    return "Explanation queue";
  }

  @Override
  public Perspective perspective() {
    return Perspective.EXPLAIN;
  }

  @Override
  public Place place() {
    return Place.BOTTOM;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Part open(Desk desk) {
    QueuePanel panel = new QueuePanel();
    QueueController controller = new QueueController(desk, runs, board, panel);
    panel.connect(controller, desk);
    return new Part() {
      @Override
      public JComponent component() {
        return panel;
      }

      @Override
      public void close() {
        controller.close();
        panel.close();
      }
    };
  }
}
