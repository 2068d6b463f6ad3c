package axial.workbench.bundles;

import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.Subscription;
import axial.view.View;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is known of the bundle that is chosen in the list. */
@Component(service = View.class)
public final class BundleDetailView implements View {

  private final ChosenBundle chosen;

  /** The view of the chosen bundle. */
  @Activate
  public BundleDetailView(@Reference ChosenBundle chosen) {
    this.chosen = chosen;
  }

  @Override
  public String id() {
    return "bundles.detail";
  }

  @Override
  public String title() {
    return "About the bundle";
  }

  @Override
  public Perspective perspective() {
    return Perspective.EXTENSIONS;
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
    DetailPanel panel = new DetailPanel();
    Subscription watching = chosen.watch(panel::show);
    return new Part() {
      @Override
      public JComponent component() {
        return panel;
      }

      @Override
      public void close() {
        watching.cancel();
      }
    };
  }
}
