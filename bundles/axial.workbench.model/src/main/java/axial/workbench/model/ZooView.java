package axial.workbench.model;

import axial.run.Extensions;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The models that are installed, with their layers and sizes. */
@Component
public final class ZooView implements View {

  private final Extensions extensions;
  private final ExtensionSignal signal;
  private final ChosenModel chosen;

  /** A view of these extensions that shares the chosen model with the others. */
  @Activate
  public ZooView(
      @Reference Extensions extensions,
      @Reference ExtensionSignal signal,
      @Reference ChosenModel chosen) {
    this.extensions = extensions;
    this.signal = signal;
    this.chosen = chosen;
  }

  @Override
  public String id() {
    return "model.zoo";
  }

  @Override
  public String title() {
    return "Models";
  }

  @Override
  public Perspective perspective() {
    return Perspective.TRAIN;
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
    ZooPanel panel = new ZooPanel(desk, extensions, signal, chosen);
    panel.controller().open();
    return new Part() {
      @Override
      public JComponent component() {
        return panel;
      }

      @Override
      public void close() {
        panel.controller().close();
      }
    };
  }
}
