package axial.workbench.data.gallery;

import axial.data.ImageStore;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import axial.workbench.data.work.Workset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All images of the opened data as thumbnails. */
@Component
public final class GalleryView implements View {

  private final Workset work;
  private final ImageStore store;

  /** A view over these services. */
  @Activate
  public GalleryView(@Reference Workset work, @Reference ImageStore store) {
    this.work = work;
    this.store = store;
  }

  @Override
  public String id() {
    return "data.gallery";
  }

  @Override
  public String title() {
    return "Gallery";
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
    return 10;
  }

  @Override
  public Part open(Desk desk) {
    return new GalleryPart(desk, work, store);
  }
}
