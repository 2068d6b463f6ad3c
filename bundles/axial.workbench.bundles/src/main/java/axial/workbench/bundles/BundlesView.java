package axial.workbench.bundles;

import axial.extension.Catalogs;
import axial.extension.Installation;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.Subscription;
import axial.view.View;
import axial.workbench.bundles.change.Changes;
import java.awt.EventQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JComponent;
import javax.swing.Timer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of what is installed, the failed ones first. */
@Component(service = View.class)
public final class BundlesView implements View {

  private static final int CALM_MILLIS = 250;

  private final Bundles bundles;
  private final Installation installation;
  private final Catalogs catalogs;
  private final ChosenBundle chosen;

  /** The view of these bundles, which are changed by the services of extensions. */
  @Activate
  public BundlesView(
      @Reference Bundles bundles,
      @Reference Installation installation,
      @Reference Catalogs catalogs,
      @Reference ChosenBundle chosen) {
    this.bundles = bundles;
    this.installation = installation;
    this.catalogs = catalogs;
    this.chosen = chosen;
  }

  @Override
  public String id() {
    return "bundles.list";
  }

  @Override
  public String title() {
    return "Bundles";
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
    return 10;
  }

  @Override
  public Part open(Desk desk) {
    return new ListPart(desk);
  }

  /** Reads the list while it is visible, a moment after the last of many changes. */
  private final class ListPart implements Part {
    private final BundlesPanel panel;
    private final BundlesController controller;
    private final Timer calm;
    private final Subscription changes;
    private final TrainingStates trainings;
    private final AtomicBoolean told = new AtomicBoolean();
    private boolean visible;
    private boolean stale = true;

    ListPart(Desk desk) {
      panel = new BundlesPanel(desk);
      Changes making = new Changes(desk, installation, catalogs, panel);
      controller = new BundlesController(desk, bundles, installation, making, chosen, panel);
      panel.connect(controller);
      calm = new Timer(CALM_MILLIS, event -> readIfVisible());
      calm.setRepeats(false);
      trainings = new TrainingStates(desk.trainings(), this::changed);
      changes =
          bundles.watch(
              () -> {
                if (told.compareAndSet(false, true)) {
                  EventQueue.invokeLater(
                      () -> {
                        told.set(false);
                        changed();
                      });
                }
              });
    }

    private void changed() {
      stale = true;
      if (visible) {
        calm.restart();
      }
    }

    private void readIfVisible() {
      if (visible && stale) {
        stale = false;
        controller.read();
      }
    }

    @Override
    public JComponent component() {
      return panel;
    }

    @Override
    public void shown() {
      visible = true;
      stale = true; // what is started in processes of its own tells nobody here
      readIfVisible();
    }

    @Override
    public void hidden() {
      visible = false;
    }

    @Override
    public void close() {
      visible = false;
      calm.stop();
      changes.cancel();
      trainings.stop();
    }
  }
}
