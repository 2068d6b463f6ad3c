package axial.workbench.evaluation;

import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Recall, specificity and precision by threshold. */
@Component
public final class ThresholdView implements View {

  private final OpenRuns runs;

  /** A view of the runs that are read there. */
  @Activate
  public ThresholdView(@Reference OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public String id() {
    return "evaluation.threshold";
  }

  @Override
  public String title() {
    return "Threshold";
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
    return 20;
  }

  @Override
  public Part open(Desk desk) {
    return new RunPart<>(
        desk,
        runs,
        new ThresholdContent(desk),
        new RunPart.About(
            id(),
            "Here a threshold moves along the ROC curve, and recall, specificity and precision with it.",
            "It has no predictions with images of more than one class."));
  }
}
