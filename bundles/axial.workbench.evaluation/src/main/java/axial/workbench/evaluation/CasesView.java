package axial.workbench.evaluation;

import axial.data.ImageStore;
import axial.run.Extensions;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The images of a cell of the confusion matrix. */
@Component
public final class CasesView implements View {

  private final OpenRuns runs;
  private final CellSelection selection;
  private final Extensions extensions;
  private final ImageStore store;

  /** A view of the runs that are read there, which shows the chosen cell. */
  @Activate
  public CasesView(
      @Reference OpenRuns runs,
      @Reference CellSelection selection,
      @Reference Extensions extensions,
      @Reference ImageStore store) {
    this.runs = runs;
    this.selection = selection;
    this.extensions = extensions;
    this.store = store;
  }

  @Override
  public String id() {
    return "evaluation.cases";
  }

  @Override
  public String title() {
    return "Cases";
  }

  @Override
  public Perspective perspective() {
    return Perspective.EVALUATE;
  }

  @Override
  public Place place() {
    return Place.RIGHT;
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
        new CasesContent(desk, runs, selection, extensions, store),
        new RunPart.About(
            id(),
            "Here stand the images of a cell of the confusion matrix, the surest first.",
            "It has no predictions for its test part."));
  }
}
