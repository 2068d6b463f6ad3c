package axial.workbench.data.duplicates;

import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import axial.workbench.data.work.Workset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pictures that are there twice, side by side. */
@Component
public final class DuplicatesView implements View {

  private final Workset work;

  /** A view over these services. */
  @Activate
  public DuplicatesView(@Reference Workset work) {
    this.work = work;
  }

  @Override
  public String id() {
    return "data.duplicates";
  }

  @Override
  public String title() {
    return "Duplicates";
  }

  @Override
  public Perspective perspective() {
    return Perspective.DATA;
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
    return new DuplicatesPart(desk, work);
  }
}
