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

/** The test images of the chosen run, the wrong ones first. */
@Component(service = View.class)
public final class ImagesView implements View {

  private final Runs runs;
  private final RunPictures pictures;
  private final ExplanationBoard board;

  /** The view of what runs and the other views of explanations have. */
  @Activate
  public ImagesView(
      @Reference Runs runs, @Reference RunPictures pictures, @Reference ExplanationBoard board) {
    this.runs = runs;
    this.pictures = pictures;
    this.board = board;
  }

  @Override
  public String id() {
    return "explanation.images";
  }

  @Override
  public String title() {
    return "Test images";
  }

  @Override
  public Perspective perspective() {
    return Perspective.EXPLAIN;
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
    ImagesPanel panel = new ImagesPanel();
    panel.connect(new ImagesController(desk, runs, pictures, board, panel), desk);
    return new Part() {
      @Override
      public JComponent component() {
        return panel;
      }
    };
  }
}
