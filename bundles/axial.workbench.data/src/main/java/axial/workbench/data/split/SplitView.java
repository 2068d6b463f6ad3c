package axial.workbench.data.split;

import axial.run.Extensions;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import axial.workbench.data.work.Workset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the data are split, and whether the parts share anything. */
@Component
public final class SplitView implements View {

  private final Workset work;
  private final Extensions extensions;

  /** A view over these services. */
  @Activate
  public SplitView(@Reference Workset work, @Reference Extensions extensions) {
    this.work = work;
    this.extensions = extensions;
  }

  @Override
  public String id() {
    return "data.split";
  }

  @Override
  public String title() {
    return "Split";
  }

  @Override
  public Perspective perspective() {
    return Perspective.DATA;
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
    return new SplitPart(desk, work, extensions);
  }
}
