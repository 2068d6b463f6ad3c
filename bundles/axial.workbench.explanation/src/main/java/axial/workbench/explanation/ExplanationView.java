package axial.workbench.explanation;

import axial.run.Extensions;
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

/** Which regions of the selected image a network decided by. */
@Component(service = View.class)
public final class ExplanationView implements View {

  private final Runs runs;
  private final Extensions extensions;
  private final RunPictures pictures;
  private final ExplanationBoard board;

  /** The view of explanations that runs make. */
  @Activate
  public ExplanationView(
      @Reference Runs runs,
      @Reference Extensions extensions,
      @Reference RunPictures pictures,
      @Reference ExplanationBoard board) {
    this.runs = runs;
    this.extensions = extensions;
    this.pictures = pictures;
    this.board = board;
  }

  @Override
  public String id() {
    return "explanation.view";
  }

  @Override
  public String title() {
    return "Explanation";
  }

  @Override
  public Perspective perspective() {
    return Perspective.EXPLAIN;
  }

  @Override
  public Place place() {
    return Place.CENTER;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Part open(Desk desk) {
    ExplanationPanel panel = new ExplanationPanel(desk);
    ExplanationController controller =
        new ExplanationController(desk, runs, extensions, pictures, board, panel);
    panel.connect(controller);
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
