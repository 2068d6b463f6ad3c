package axial.workbench.evaluation;

import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The confusion matrix. */
@Component
public final class MatrixView implements View {

  private final OpenRuns runs;
  private final CellSelection selection;

  /** A view of the runs that are read there, which tells the chosen cell. */
  @Activate
  public MatrixView(@Reference OpenRuns runs, @Reference CellSelection selection) {
    this.runs = runs;
    this.selection = selection;
  }

  @Override
  public String id() {
    return "evaluation.matrix";
  }

  @Override
  public String title() {
    return "Confusion matrix";
  }

  @Override
  public Perspective perspective() {
    return Perspective.EVALUATE;
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
    return new RunPart<>(
        desk,
        runs,
        new MatrixContent(desk, selection),
        new RunPart.About(
            id(),
            "Here stands which classes a network confuses, and a click on a number shows its images.",
            "It has no predictions for its test part."));
  }
}
