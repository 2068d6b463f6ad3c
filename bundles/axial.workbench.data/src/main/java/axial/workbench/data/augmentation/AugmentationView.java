package axial.workbench.data.augmentation;

import axial.run.Extensions;
import axial.run.Previews;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import axial.workbench.data.work.Workset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What augmentation makes of the images. */
@Component
public final class AugmentationView implements View {

  private final Workset work;
  private final Extensions extensions;
  private final Previews previews;

  /** A view over these services. */
  @Activate
  public AugmentationView(
      @Reference Workset work, @Reference Extensions extensions, @Reference Previews previews) {
    this.work = work;
    this.extensions = extensions;
    this.previews = previews;
  }

  @Override
  public String id() {
    return "data.augmentation";
  }

  @Override
  public String title() {
    return "Augmentation";
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
    return 30;
  }

  @Override
  public Part open(Desk desk) {
    return new AugmentationPart(desk, work, extensions, previews);
  }
}
