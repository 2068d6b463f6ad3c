package axial.workbench.data.image;

import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import axial.workbench.data.work.Workset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The selected image, with what is known about it. */
@Component
public final class ImageView implements View {

  private final Workset work;

  /** A view over these services. */
  @Activate
  public ImageView(@Reference Workset work) {
    this.work = work;
  }

  @Override
  public String id() {
    return "data.image";
  }

  @Override
  public String title() {
    return "Image";
  }

  @Override
  public Perspective perspective() {
    return Perspective.DATA;
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
    return new ImagePart(desk, work);
  }
}
