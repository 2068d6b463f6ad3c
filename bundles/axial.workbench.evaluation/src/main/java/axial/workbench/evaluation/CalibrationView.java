package axial.workbench.evaluation;

import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether probabilities can be taken at their word. */
@Component
public final class CalibrationView implements View {

  private final OpenRuns runs;

  /** A view of the runs that are read there. */
  @Activate
  public CalibrationView(@Reference OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public String id() {
    return "evaluation.calibration";
  }

  @Override
  public String title() {
    return "Calibration";
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
    return 30;
  }

  @Override
  public Part open(Desk desk) {
    return new RunPart<>(
        desk,
        runs,
        new CalibrationContent(desk),
        new RunPart.About(
            id(),
            "Here stands whether what a network gives 90 % is right in 90 of 100 cases.",
            "Its evaluation has no reliability curve."));
  }
}
