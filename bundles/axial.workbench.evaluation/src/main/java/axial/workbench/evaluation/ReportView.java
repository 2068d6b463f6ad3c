package axial.workbench.evaluation;

import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The report as text. */
@Component
public final class ReportView implements View {

  private final OpenRuns runs;

  /** A view of the runs that are read there. */
  @Activate
  public ReportView(@Reference OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public String id() {
    return "evaluation.report";
  }

  @Override
  public String title() {
    return "Report";
  }

  @Override
  public Perspective perspective() {
    return Perspective.EVALUATE;
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
    return new RunPart<>(
        desk,
        runs,
        new ReportContent(desk),
        new RunPart.About(
            id(),
            "Here stands the report of the evaluation as text, to be copied.",
            "It has no evaluation."));
  }
}
