package axial.workbench.data.sources;

import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import axial.workbench.data.work.Workset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the data are from, and what they hold. */
@Component
public final class SourcesView implements View {

  private final Workset work;

  /** A view over these services. */
  @Activate
  public SourcesView(@Reference Workset work) {
    this.work = work;
  }

  @Override
  public String id() {
    return "data.sources";
  }

  @Override
  public String title() {
    return "Data";
  }

  @Override
  public Perspective perspective() {
    return Perspective.DATA;
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
    return new SourcesPart(desk, work);
  }
}
