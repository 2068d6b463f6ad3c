package axial.workbench.evaluation;

import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Results by what is known of the images. */
@Component
public final class AttributesView implements View {

  private final OpenRuns runs;

  /** A view of the runs that are read there. */
  @Activate
  public AttributesView(@Reference OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public String id() {
    return "evaluation.attributes";
  }

  @Override
  public String title() {
    return "By attribute";
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
    return 40;
  }

  @Override
  public Part open(Desk desk) {
    return new RunPart<>(
        desk,
        runs,
        new AttributesContent(desk),
        new RunPart.About(
            id(),
            "Here stand the results by plane, weighting, size or what else is known of the images.",
            "Its images have no attribute with two to twelve values of five images or more."));
  }
}
