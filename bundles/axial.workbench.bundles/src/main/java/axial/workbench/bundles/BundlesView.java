package axial.workbench.bundles;

import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.Subscription;
import axial.view.View;
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

  private final Installation installation;
  private final ChosenBundle chosen;

  /** The view of an installation. */
  @Activate
  public BundlesView(@Reference Installation installation, @Reference ChosenBundle chosen) {
    this.installation = installation;
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
    return new ListPart(desk, installation, chosen);
  }

  /** Reads the list while it is visible, a moment after the last of many changes. */
  private static final class ListPart implements Part {
    private final BundlesPanel panel;
    private final BundlesController controller;
    private final Timer calm;
    private final Subscription changes;
    private final AtomicBoolean told = new AtomicBoolean();
    private boolean visible;
    private boolean stale = true;

    ListPart(Desk desk, Installation installation, ChosenBundle chosen) {
      panel = new BundlesPanel(desk);
      controller = new BundlesController(desk, installation, chosen, panel);
      panel.connect(controller);
      calm = new Timer(CALM_MILLIS, event -> readIfVisible());
      calm.setRepeats(false);
      changes =
          installation.watch(
              () -> {
                if (told.compareAndSet(false, true)) {
                  EventQueue.invokeLater(
                      () -> {
                        told.set(false);
                        stale = true;
                        if (visible) {
                          calm.restart();
                        }
                      });
                }
              });
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
      controller.close();
    }
  }
}
