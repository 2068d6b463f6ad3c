package axial.workbench.bundles.catalog;

import axial.data.ImageLoader;
import axial.extension.Catalogs;
import axial.extension.Installation;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import axial.workbench.bundles.change.Changes;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogs that the workspace knows, and what can be installed from them. */
@Component(service = View.class)
public final class CatalogsView implements View {

  static final String ID = "catalogs.list";

  private final Catalogs catalogs;
  private final Installation installation;
  private final ImageLoader images;

  /** The view of these catalogs. */
  @Activate
  public CatalogsView(
      @Reference Catalogs catalogs,
      @Reference Installation installation,
      @Reference ImageLoader images) {
    this.catalogs = catalogs;
    this.installation = installation;
    this.images = images;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Catalogs";
  }

  @Override
  public Perspective perspective() {
    return Perspective.EXTENSIONS;
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
    CatalogsPanel panel = new CatalogsPanel();
    CatalogsController controller =
        new CatalogsController(
            desk,
            catalogs,
            installation,
            new Pictures(catalogs, images),
            new Changes(desk, installation, catalogs, panel),
            panel);
    panel.connect(desk, controller, new AddController(desk, catalogs, panel.adding()));
    return new Part() {
      @Override
      public JComponent component() {
        return panel;
      }

      @Override
      public void shown() {
        controller.read();
      }
    };
  }
}
